-- Every table of the published file, empty, with what each table and column means.
-- The one place where their names, types and meanings are written: the data dictionary is made from the comments.

CREATE TABLE event (
    event_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    title_source VARCHAR NOT NULL,
    lead VARCHAR,
    lead_mention_id VARCHAR,
    event_type VARCHAR NOT NULL,
    event_class VARCHAR NOT NULL,
    kind VARCHAR,
    edtf VARCHAR,
    precision VARCHAR NOT NULL,
    start_earliest DATE,
    start_latest DATE,
    end_earliest DATE,
    end_latest DATE,
    dated BOOLEAN NOT NULL,
    approximate BOOLEAN NOT NULL,
    ongoing BOOLEAN NOT NULL,
    local_time VARCHAR,
    zone VARCHAR,
    sort_date DATE,
    level VARCHAR,
    importance DOUBLE,
    parent_event_id VARCHAR,
    section VARCHAR,
    day_position INTEGER,
    modality VARCHAR NOT NULL,
    contested BOOLEAN NOT NULL,
    on_timeline BOOLEAN NOT NULL,
    reason VARCHAR,
    actors VARCHAR[] NOT NULL,
    place VARCHAR,
    country VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    geoname_id BIGINT,
    speakers VARCHAR[] NOT NULL,
    sites VARCHAR[] NOT NULL,
    mentions INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    independent_articles INTEGER NOT NULL,
    first_reported DATE,
    decided BOOLEAN NOT NULL,
    starred BOOLEAN NOT NULL,
    note VARCHAR,
    confirmed_by VARCHAR,
    disputed_by VARCHAR
);
COMMENT ON TABLE event IS 'One row an event: the mentions that tell of the same happening, in order of sort_date. Those told as having happened have a level; those of level key are in the view timeline.';
COMMENT ON COLUMN event.event_id IS 'Hash of the founding mention (least by published, article_id, trigger_start); earlier ids lead here through event_alias.';
COMMENT ON COLUMN event.title IS 'A line that can be understood alone: who did what to whom, where. Its words are those of a mention''s sentence (the verb in the present) or of an article''s headline, with names for pronouns.';
COMMENT ON COLUMN event.title_source IS 'What the title was made from: headline (the article''s own), clause, noun phrase, or sentence (cut short); decided where a person wrote it.';
COMMENT ON COLUMN event.lead IS 'The sentence, word for word, of the mention that tells it best: one that gives the event its date, where one does.';
COMMENT ON COLUMN event.lead_mention_id IS 'The mention whose sentence that is: its article and place in the text stand in event_mention.';
COMMENT ON COLUMN event.event_type IS 'What kind of happening it is, from the rules'' own list (attack, election, meeting, …).';
COMMENT ON COLUMN event.event_class IS 'event or reporting, by its founding mention.';
COMMENT ON COLUMN event.kind IS 'point: begins and ends on one day, known or not; span: need not; state: told in the present, ends on the publication day or later; NULL where nothing is known.';
COMMENT ON COLUMN event.edtf IS 'When it happened as an Extended Date/Time Format string (ISO 8601-2); NULL where nothing is known.';
COMMENT ON COLUMN event.precision IS 'How exactly the time is known: day, week, month, season, quarter, half, year, decade, century, interval, before, after or unknown.';
COMMENT ON COLUMN event.start_earliest IS 'The first day on which the event can have begun; NULL is unknown.';
COMMENT ON COLUMN event.start_latest IS 'The last day on which the event can have begun; NULL is unknown.';
COMMENT ON COLUMN event.end_earliest IS 'The first day on which the event can have ended; NULL is unknown.';
COMMENT ON COLUMN event.end_latest IS 'The last day on which the event can have ended; NULL is unknown.';
COMMENT ON COLUMN event.dated IS 'True where a bound comes from what a text says, not from the publication day alone.';
COMMENT ON COLUMN event.approximate IS 'True where the texts say about, around or the like.';
COMMENT ON COLUMN event.ongoing IS 'True where it was told as still going on.';
COMMENT ON COLUMN event.local_time IS 'The time of day as told, ISO 8601 (14:30), where the mentions do not contradict each other.';
COMMENT ON COLUMN event.zone IS 'The zone of local_time as told (an offset or a zone''s name).';
COMMENT ON COLUMN event.sort_date IS 'A day for ordering alone, never a claim about when it happened: the day on which it began, or the last one of the period in which it did; where no text dates it, the earliest bound that is known. NULL where every bound is unknown.';
COMMENT ON COLUMN event.level IS 'key: belongs on the story''s timeline; detail: true, and shown under its key event or on demand; aside: analysis, state, habit, a saying that carries nothing, far background. NULL where it is not on the timeline.';
COMMENT ON COLUMN event.importance IS 'How much the event matters to the story, from 0 to 1, made of the reasons in event_reason; NULL where it is not on the timeline.';
COMMENT ON COLUMN event.parent_event_id IS 'For a detail, the key event that it is a step, a consequence, a repetition or a saying of; NULL where none is known.';
COMMENT ON COLUMN event.section IS 'Where it stands: story; span, what is only known to lie within a long period or reaches into the story from before; background, older than the story; undated. NULL where it is not on the timeline.';
COMMENT ON COLUMN event.day_position IS 'Its place among the events of its sort_date, from 1: by time of day, then what is known to come first, then importance; NULL where it is not on the timeline.';
COMMENT ON COLUMN event.modality IS 'actual if any mention is; else planned, possible, hypothetical, generic or negated.';
COMMENT ON COLUMN event.contested IS 'True where someone tells it as having happened and someone denies it.';
COMMENT ON COLUMN event.on_timeline IS 'True where it is told as having happened, by the article itself or by a named source.';
COMMENT ON COLUMN event.reason IS 'Why it was left out of the timeline (negated, planned, possible, hypothetical, generic, …); NULL where it is on it.';
COMMENT ON COLUMN event.actors IS 'Normal names of those who take part (agents and patients), sorted.';
COMMENT ON COLUMN event.place IS 'The narrowest place that its mentions name; NULL where none does.';
COMMENT ON COLUMN event.country IS 'ISO 3166-1 alpha-2 code of the place''s country, where certain.';
COMMENT ON COLUMN event.latitude IS 'Degrees north (WGS 84) of the place, where certain.';
COMMENT ON COLUMN event.longitude IS 'Degrees east (WGS 84) of the place, where certain.';
COMMENT ON COLUMN event.geoname_id IS 'The place''s number in GeoNames, where certain.';
COMMENT ON COLUMN event.speakers IS 'Who says so, sorted; empty where an article says it in its own voice.';
COMMENT ON COLUMN event.sites IS 'The outlets that tell of it, sorted.';
COMMENT ON COLUMN event.mentions IS 'How many mentions it has.';
COMMENT ON COLUMN event.articles IS 'How many articles mention it.';
COMMENT ON COLUMN event.independent_articles IS 'How many articles mention it, wire copies of one another counted once.';
COMMENT ON COLUMN event.first_reported IS 'The earliest publication day of its articles; NULL where none is known.';
COMMENT ON COLUMN event.decided IS 'True where a person''s decision bears on the row; the table decision says whose, and what dateline says itself.';
COMMENT ON COLUMN event.starred IS 'True where a person marked it.';
COMMENT ON COLUMN event.note IS 'What a person wrote beside it.';
COMMENT ON COLUMN event.confirmed_by IS 'Who confirmed that the row is as its sentences have it; NULL where nobody did.';
COMMENT ON COLUMN event.disputed_by IS 'Who holds the row to be wrong without saying what is right; NULL where nobody does.';

CREATE TABLE decision (
    decision_id VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    who VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    target VARCHAR,
    value VARCHAR,
    why VARCHAR,
    undone BOOLEAN NOT NULL,
    applied BOOLEAN NOT NULL,
    reason VARCHAR,
    overruled_by VARCHAR,
    said VARCHAR,
    event_id VARCHAR,
    mention_id VARCHAR,
    article_id VARCHAR,
    nearest VARCHAR[] NOT NULL
);
COMMENT ON TABLE decision IS 'What people decided about the timeline, one row a decision, in the order in which they did: the lines of decisions.jsonl and what became of each.';
COMMENT ON COLUMN decision.decision_id IS 'The decision; made of what it says.';
COMMENT ON COLUMN decision.decided_at IS 'When it was decided.';
COMMENT ON COLUMN decision.who IS 'By whom.';
COMMENT ON COLUMN decision.action IS 'date, merge, split, hide, show, level, title, type, modality, place, actor, note, star, dispute or confirm of a row; published or exclude of an article; undo of a decision.';
COMMENT ON COLUMN decision.target IS 'The sentence that it is about; the article, or the decision that is undone.';
COMMENT ON COLUMN decision.value IS 'What was decided; for merge and split a sentence of the other side; NULL where the action says it all.';
COMMENT ON COLUMN decision.why IS 'Why, in the words of who decided it.';
COMMENT ON COLUMN decision.undone IS 'True where a later decision took it back.';
COMMENT ON COLUMN decision.applied IS 'True where the timeline follows it.';
COMMENT ON COLUMN decision.reason IS 'Why the timeline does not follow it: it was undone or overruled, or what it is about is there no more; NULL where it does.';
COMMENT ON COLUMN decision.overruled_by IS 'The later decision about the same that holds instead.';
COMMENT ON COLUMN decision.said IS 'What dateline says itself of what was decided; NULL where it says nothing.';
COMMENT ON COLUMN decision.event_id IS 'The event that it is about today; NULL where that is there no more.';
COMMENT ON COLUMN decision.mention_id IS 'The mention by which it is found.';
COMMENT ON COLUMN decision.article_id IS 'The article that it is about, or in which its sentence stands.';
COMMENT ON COLUMN decision.nearest IS 'Where what it is about is there no more: the events that are likest to it.';

CREATE TABLE event_reason (
    event_id VARCHAR NOT NULL,
    about VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    weight DOUBLE
);
COMMENT ON TABLE event_reason IS 'Why each event on the timeline has its level and its importance: one row a reason.';
COMMENT ON COLUMN event_reason.event_id IS 'The event.';
COMMENT ON COLUMN event_reason.about IS 'level or importance.';
COMMENT ON COLUMN event_reason.reason IS 'What counts, in words.';
COMMENT ON COLUMN event_reason.weight IS 'How much it adds to the importance, in log-odds; NULL for a level.';

CREATE TABLE event_alias (
    old_event_id VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL,
    version INTEGER NOT NULL
);
COMMENT ON TABLE event_alias IS 'Ids that events bore in earlier published versions, so that old links keep working.';
COMMENT ON COLUMN event_alias.old_event_id IS 'The id an event had before.';
COMMENT ON COLUMN event_alias.event_id IS 'The event that now holds the old event''s founding mention.';
COMMENT ON COLUMN event_alias.version IS 'The last published version in which the old id was in use.';

CREATE TABLE event_version (
    event_id VARCHAR NOT NULL,
    first_event_id VARCHAR NOT NULL,
    first_version INTEGER NOT NULL,
    changed_version INTEGER NOT NULL
);
COMMENT ON TABLE event_version IS 'Since which published version each key event has stood on the timeline: what is new is what feeds bring.';
COMMENT ON COLUMN event_version.event_id IS 'The event.';
COMMENT ON COLUMN event_version.first_event_id IS 'The id under which it first stood on the timeline: what feeds call it, whatever it is joined to.';
COMMENT ON COLUMN event_version.first_version IS 'The version in which it came to the timeline.';
COMMENT ON COLUMN event_version.changed_version IS 'The last version in which its title, its date, its sentence or its speakers changed.';

CREATE TABLE event_bound (
    event_id VARCHAR NOT NULL,
    bound VARCHAR NOT NULL,
    value DATE NOT NULL,
    kind VARCHAR NOT NULL,
    mention_id VARCHAR,
    time_expression_id VARCHAR,
    other_event_id VARCHAR,
    rule_id VARCHAR,
    used BOOLEAN NOT NULL
);
COMMENT ON TABLE event_bound IS 'Where each bound of an event comes from: one row an item of evidence.';
COMMENT ON COLUMN event_bound.event_id IS 'The event.';
COMMENT ON COLUMN event_bound.bound IS 'start_earliest, start_latest, end_earliest or end_latest.';
COMMENT ON COLUMN event_bound.value IS 'The day that this evidence gives.';
COMMENT ON COLUMN event_bound.kind IS 'told: from an expression of time; publication: from when the article appeared; corroborated: from another article; relation: from another event; decided: a person set it, and rule_id is the decision.';
COMMENT ON COLUMN event_bound.mention_id IS 'The mention that gives it; NULL where a relation does.';
COMMENT ON COLUMN event_bound.time_expression_id IS 'The expression of time it rests on; NULL where none.';
COMMENT ON COLUMN event_bound.other_event_id IS 'The other event that narrows this one; NULL unless kind is relation.';
COMMENT ON COLUMN event_bound.rule_id IS 'The rule that made it.';
COMMENT ON COLUMN event_bound.used IS 'False where only a relation to another happening gives it, or a person decided otherwise: it dates nothing.';

CREATE TABLE event_join (
    event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    other_mention_id VARCHAR NOT NULL,
    weight DOUBLE NOT NULL,
    reasons VARCHAR[] NOT NULL
);
COMMENT ON TABLE event_join IS 'Why mentions are one event: one row a pair that was joined.';
COMMENT ON COLUMN event_join.event_id IS 'The event that both belong to.';
COMMENT ON COLUMN event_join.mention_id IS 'The one mention.';
COMMENT ON COLUMN event_join.other_mention_id IS 'The other mention.';
COMMENT ON COLUMN event_join.weight IS 'How strongly the reasons speak for one happening; more is stronger.';
COMMENT ON COLUMN event_join.reasons IS 'What speaks for it (same type, same head, same place, …).';

CREATE TABLE event_mention (
    mention_id VARCHAR NOT NULL,
    event_id VARCHAR,
    article_id VARCHAR NOT NULL,
    site VARCHAR,
    article_published DATE,
    sentence VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    trigger VARCHAR NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    lemma VARCHAR NOT NULL,
    event_class VARCHAR NOT NULL,
    event_type VARCHAR NOT NULL,
    rule_id VARCHAR,
    serves_mention_id VARCHAR,
    kind VARCHAR,
    edtf VARCHAR,
    precision VARCHAR NOT NULL,
    start_earliest DATE,
    start_latest DATE,
    end_earliest DATE,
    end_latest DATE,
    dated BOOLEAN NOT NULL,
    approximate BOOLEAN NOT NULL,
    ongoing BOOLEAN NOT NULL,
    local_time VARCHAR,
    zone VARCHAR,
    when_reason VARCHAR,
    modality VARCHAR NOT NULL,
    modality_rule VARCHAR,
    modality_cue VARCHAR,
    speaker VARCHAR,
    speaker_kind VARCHAR,
    cue VARCHAR,
    content VARCHAR,
    on_timeline BOOLEAN NOT NULL,
    reason VARCHAR
);
COMMENT ON TABLE event_mention IS 'One row an event word: an event as one sentence tells it, in order of event.';
COMMENT ON COLUMN event_mention.mention_id IS 'Hash of article_id, sentence, trigger and which of its kind it is; independent of the rest of the article.';
COMMENT ON COLUMN event_mention.event_id IS 'The event it tells of; NULL for a mention that cannot be one (state, aspect, light, furniture).';
COMMENT ON COLUMN event_mention.article_id IS 'The article it stands in.';
COMMENT ON COLUMN event_mention.site IS 'The article''s outlet.';
COMMENT ON COLUMN event_mention.article_published IS 'The article''s publication day; NULL where unknown.';
COMMENT ON COLUMN event_mention.sentence IS 'The sentence, exactly as the article has it.';
COMMENT ON COLUMN event_mention.sentence_start IS 'First code point of the sentence in the article''s text.';
COMMENT ON COLUMN event_mention.sentence_end IS 'One past the last code point of the sentence.';
COMMENT ON COLUMN event_mention.trigger IS 'The word or words that name the event.';
COMMENT ON COLUMN event_mention.trigger_start IS 'First code point of the trigger in the article''s text.';
COMMENT ON COLUMN event_mention.trigger_end IS 'One past the last code point of the trigger.';
COMMENT ON COLUMN event_mention.lemma IS 'The trigger''s head in its dictionary form.';
COMMENT ON COLUMN event_mention.event_class IS 'event, reporting, state, aspect or light; only the first two can reach the timeline.';
COMMENT ON COLUMN event_mention.event_type IS 'What kind of happening it is.';
COMMENT ON COLUMN event_mention.rule_id IS 'The rule that found the trigger.';
COMMENT ON COLUMN event_mention.serves_mention_id IS 'For aspect ("began") and light ("launched"): the mention whose event they serve.';
COMMENT ON COLUMN event_mention.kind IS 'point, span or state; NULL where nothing is known of when.';
COMMENT ON COLUMN event_mention.edtf IS 'When, as an Extended Date/Time Format string; NULL where nothing is known.';
COMMENT ON COLUMN event_mention.precision IS 'How exactly the time is known: day … century, interval, before, after, unknown.';
COMMENT ON COLUMN event_mention.start_earliest IS 'The first day on which it can have begun, from its own article alone; NULL is unknown.';
COMMENT ON COLUMN event_mention.start_latest IS 'The last day on which it can have begun, from its own article alone; NULL is unknown.';
COMMENT ON COLUMN event_mention.end_earliest IS 'The first day on which it can have ended, from its own article alone; NULL is unknown.';
COMMENT ON COLUMN event_mention.end_latest IS 'The last day on which it can have ended, from its own article alone; NULL is unknown.';
COMMENT ON COLUMN event_mention.dated IS 'True where a bound comes from what the text says, not from the publication day alone.';
COMMENT ON COLUMN event_mention.approximate IS 'True where the text says about, around or the like.';
COMMENT ON COLUMN event_mention.ongoing IS 'True where it was told as still going on.';
COMMENT ON COLUMN event_mention.local_time IS 'The time of day as told, ISO 8601.';
COMMENT ON COLUMN event_mention.zone IS 'The zone of local_time as told.';
COMMENT ON COLUMN event_mention.when_reason IS 'Why it was dated so: the id of a rule, which `explain` and the page tell in words.';
COMMENT ON COLUMN event_mention.modality IS 'actual, negated, planned, possible, hypothetical or generic.';
COMMENT ON COLUMN event_mention.modality_rule IS 'The rule that decided the modality.';
COMMENT ON COLUMN event_mention.modality_cue IS 'The words that decided it ("not", "plans to"); NULL where no word did.';
COMMENT ON COLUMN event_mention.speaker IS 'Who says so: the innermost attribution, by its normal name where there is one; NULL in the article''s own voice.';
COMMENT ON COLUMN event_mention.speaker_kind IS 'named person, organisation, document or unnamed.';
COMMENT ON COLUMN event_mention.cue IS 'The word that attributes it ("said", "according to").';
COMMENT ON COLUMN event_mention.content IS 'What is said: the words that the attribution covers.';
COMMENT ON COLUMN event_mention.on_timeline IS 'True where this mention by itself may stand on the timeline.';
COMMENT ON COLUMN event_mention.reason IS 'Why it may not (negated, planned, …, state, aspect, light, furniture); NULL where it may.';

CREATE TABLE mention_time (
    mention_id VARCHAR NOT NULL,
    time_expression_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    reason VARCHAR
);
COMMENT ON TABLE mention_time IS 'Which expressions of time date which mentions.';
COMMENT ON COLUMN mention_time.mention_id IS 'The mention.';
COMMENT ON COLUMN mention_time.time_expression_id IS 'The expression of time.';
COMMENT ON COLUMN mention_time.role IS 'What it tells of the event: begin, end, both or duration.';
COMMENT ON COLUMN mention_time.reason IS 'Why the expression belongs to the mention.';

CREATE TABLE mention_bound (
    mention_id VARCHAR NOT NULL,
    bound VARCHAR NOT NULL,
    value DATE NOT NULL,
    kind VARCHAR NOT NULL,
    rule_id VARCHAR NOT NULL,
    time_expression_id VARCHAR,
    other_mention_id VARCHAR
);
COMMENT ON TABLE mention_bound IS 'Where each bound of a mention comes from, within its own article: one row an item of evidence.';
COMMENT ON COLUMN mention_bound.mention_id IS 'The mention.';
COMMENT ON COLUMN mention_bound.bound IS 'start_earliest, start_latest, end_earliest or end_latest.';
COMMENT ON COLUMN mention_bound.value IS 'The day that this evidence gives.';
COMMENT ON COLUMN mention_bound.kind IS 'told: from an expression of time; publication: from when the article appeared; relation: from another mention of the article.';
COMMENT ON COLUMN mention_bound.rule_id IS 'The rule that made it.';
COMMENT ON COLUMN mention_bound.time_expression_id IS 'The expression of time it rests on; NULL where none.';
COMMENT ON COLUMN mention_bound.other_mention_id IS 'The mention it was reckoned from; NULL where none.';

CREATE TABLE attribution (
    mention_id VARCHAR NOT NULL,
    depth INTEGER NOT NULL,
    speaker VARCHAR,
    speaker_name VARCHAR,
    speaker_kind VARCHAR NOT NULL,
    cue VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    speaker_start INTEGER,
    speaker_end INTEGER,
    cue_start INTEGER NOT NULL,
    cue_end INTEGER NOT NULL,
    content_spans STRUCT(span_start INTEGER, span_end INTEGER)[] NOT NULL,
    rule_id VARCHAR
);
COMMENT ON TABLE attribution IS 'The chain of those who say what a mention tells, outermost first.';
COMMENT ON COLUMN attribution.mention_id IS 'The mention.';
COMMENT ON COLUMN attribution.depth IS '0 is the outermost statement, the greatest depth the innermost.';
COMMENT ON COLUMN attribution.speaker IS 'The words that name the source; NULL where the text names none.';
COMMENT ON COLUMN attribution.speaker_name IS 'The source''s normal name within the article.';
COMMENT ON COLUMN attribution.speaker_kind IS 'named person, organisation, document or unnamed.';
COMMENT ON COLUMN attribution.cue IS 'The word that attributes ("said").';
COMMENT ON COLUMN attribution.content IS 'What is said; several spans are joined by " … ".';
COMMENT ON COLUMN attribution.speaker_start IS 'First code point of the source in the article''s text.';
COMMENT ON COLUMN attribution.speaker_end IS 'One past the last code point of the source.';
COMMENT ON COLUMN attribution.cue_start IS 'First code point of the cue in the article''s text.';
COMMENT ON COLUMN attribution.cue_end IS 'One past the last code point of the cue.';
COMMENT ON COLUMN attribution.content_spans IS 'The content''s spans in the article''s text, code points, half-open.';
COMMENT ON COLUMN attribution.rule_id IS 'The rule that found it.';

CREATE TABLE statement (
    article_id VARCHAR NOT NULL,
    nth INTEGER NOT NULL,
    speaker VARCHAR,
    speaker_name VARCHAR,
    speaker_kind VARCHAR NOT NULL,
    cue VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    speaker_start INTEGER,
    speaker_end INTEGER,
    cue_start INTEGER NOT NULL,
    cue_end INTEGER NOT NULL,
    content_spans STRUCT(span_start INTEGER, span_end INTEGER)[] NOT NULL,
    rule_id VARCHAR
);
COMMENT ON TABLE statement IS 'Every outermost statement of every article, with or without an event in it.';
COMMENT ON COLUMN statement.article_id IS 'The article.';
COMMENT ON COLUMN statement.nth IS 'Its place among the article''s statements, from 0.';
COMMENT ON COLUMN statement.speaker IS 'The words that name the source; NULL where the text names none.';
COMMENT ON COLUMN statement.speaker_name IS 'The source''s normal name within the article.';
COMMENT ON COLUMN statement.speaker_kind IS 'named person, organisation, document or unnamed.';
COMMENT ON COLUMN statement.cue IS 'The word that attributes ("said").';
COMMENT ON COLUMN statement.content IS 'What is said; several spans are joined by " … ".';
COMMENT ON COLUMN statement.speaker_start IS 'First code point of the source in the article''s text.';
COMMENT ON COLUMN statement.speaker_end IS 'One past the last code point of the source.';
COMMENT ON COLUMN statement.cue_start IS 'First code point of the cue in the article''s text.';
COMMENT ON COLUMN statement.cue_end IS 'One past the last code point of the cue.';
COMMENT ON COLUMN statement.content_spans IS 'The content''s spans in the article''s text, code points, half-open.';
COMMENT ON COLUMN statement.rule_id IS 'The rule that found it.';

CREATE TABLE time_expression (
    time_expression_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    timex_type VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    mod VARCHAR,
    quant VARCHAR,
    freq VARCHAR,
    edtf VARCHAR,
    precision VARCHAR NOT NULL,
    earliest DATE,
    latest DATE,
    rule_id VARCHAR NOT NULL,
    anchor_date DATE,
    anchor_reason VARCHAR,
    connective VARCHAR,
    local_time VARCHAR,
    zone VARCHAR
);
COMMENT ON TABLE time_expression IS 'Every expression of time found in the articles, with what it means, by article and place.';
COMMENT ON COLUMN time_expression.time_expression_id IS 'Hash of article_id and the place in its text.';
COMMENT ON COLUMN time_expression.article_id IS 'The article it stands in.';
COMMENT ON COLUMN time_expression.text IS 'The words, exactly as the article has them.';
COMMENT ON COLUMN time_expression.char_start IS 'First code point in the article''s text.';
COMMENT ON COLUMN time_expression.char_end IS 'One past the last code point.';
COMMENT ON COLUMN time_expression.timex_type IS 'TIMEX3 type: DATE, TIME, DURATION or SET.';
COMMENT ON COLUMN time_expression.value IS 'TIMEX3 value.';
COMMENT ON COLUMN time_expression.mod IS 'TIMEX3 mod (START, MID, END, APPROX, BEFORE, …).';
COMMENT ON COLUMN time_expression.quant IS 'TIMEX3 quant of a set (EVERY, …).';
COMMENT ON COLUMN time_expression.freq IS 'TIMEX3 freq of a set (2X, 3D, …).';
COMMENT ON COLUMN time_expression.edtf IS 'The same as an Extended Date/Time Format string, where it has one.';
COMMENT ON COLUMN time_expression.precision IS 'day, week, month, season, quarter, half, year, decade, century, interval, before, after or unknown.';
COMMENT ON COLUMN time_expression.earliest IS 'The first day it can mean; NULL is unknown.';
COMMENT ON COLUMN time_expression.latest IS 'The last day it can mean; NULL is unknown.';
COMMENT ON COLUMN time_expression.rule_id IS 'The rule that found it.';
COMMENT ON COLUMN time_expression.anchor_date IS 'The day it was reckoned from; NULL where it needs none or none is known.';
COMMENT ON COLUMN time_expression.anchor_reason IS 'Why that day.';
COMMENT ON COLUMN time_expression.connective IS 'The word in front that tells what it does to an event (since, until, by, …).';
COMMENT ON COLUMN time_expression.local_time IS 'The time of day as told, ISO 8601.';
COMMENT ON COLUMN time_expression.zone IS 'The zone of local_time as told.';

CREATE TABLE event_actor (
    event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    local_name VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL
);
COMMENT ON TABLE event_actor IS 'Who takes part in an event, by each mention that says so.';
COMMENT ON COLUMN event_actor.event_id IS 'The event.';
COMMENT ON COLUMN event_actor.mention_id IS 'The mention that says so.';
COMMENT ON COLUMN event_actor.role IS 'agent, patient, speaker or topic.';
COMMENT ON COLUMN event_actor.name IS 'The normal name across articles.';
COMMENT ON COLUMN event_actor.local_name IS 'The normal name within the article: the fullest that it gives.';
COMMENT ON COLUMN event_actor.text IS 'The words, exactly as the article has them.';
COMMENT ON COLUMN event_actor.char_start IS 'First code point in the article''s text.';
COMMENT ON COLUMN event_actor.char_end IS 'One past the last code point.';

CREATE TABLE event_place (
    event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    country VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    geoname_id BIGINT,
    candidates INTEGER NOT NULL
);
COMMENT ON TABLE event_place IS 'Where an event took place, by each mention that says so.';
COMMENT ON COLUMN event_place.event_id IS 'The event.';
COMMENT ON COLUMN event_place.mention_id IS 'The mention that says so.';
COMMENT ON COLUMN event_place.name IS 'The place''s normal name.';
COMMENT ON COLUMN event_place.text IS 'The words, exactly as the article has them.';
COMMENT ON COLUMN event_place.char_start IS 'First code point in the article''s text.';
COMMENT ON COLUMN event_place.char_end IS 'One past the last code point.';
COMMENT ON COLUMN event_place.country IS 'ISO 3166-1 alpha-2 code of its country, where certain.';
COMMENT ON COLUMN event_place.latitude IS 'Degrees north (WGS 84), only where the place is certain.';
COMMENT ON COLUMN event_place.longitude IS 'Degrees east (WGS 84), only where the place is certain.';
COMMENT ON COLUMN event_place.geoname_id IS 'Its number in GeoNames, only where the place is certain.';
COMMENT ON COLUMN event_place.candidates IS 'How many places of that name the gazetteer knows.';

CREATE TABLE quantity (
    event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    low DOUBLE,
    high DOUBLE,
    unit VARCHAR NOT NULL,
    qualifier VARCHAR,
    additive BOOLEAN NOT NULL,
    scope VARCHAR,
    as_of DATE,
    speaker VARCHAR,
    site VARCHAR,
    rival_group VARCHAR,
    superseded BOOLEAN NOT NULL
);
COMMENT ON TABLE quantity IS 'Figures told of an event (dead, injured, …), by each mention that gives one.';
COMMENT ON COLUMN quantity.event_id IS 'The event.';
COMMENT ON COLUMN quantity.mention_id IS 'The mention that gives the figure.';
COMMENT ON COLUMN quantity.measure IS 'What is counted: killed, injured, missing, ….';
COMMENT ON COLUMN quantity.text IS 'The words, exactly as the article has them.';
COMMENT ON COLUMN quantity.char_start IS 'First code point in the article''s text.';
COMMENT ON COLUMN quantity.char_end IS 'One past the last code point.';
COMMENT ON COLUMN quantity.low IS 'The least it can mean; NULL is unknown.';
COMMENT ON COLUMN quantity.high IS 'The most it can mean; NULL is unknown ("at least 30" has none).';
COMMENT ON COLUMN quantity.unit IS 'The unit counted in (people, percent, USD, km2, …).';
COMMENT ON COLUMN quantity.qualifier IS 'nearly, at least, more than, around, …; NULL where none.';
COMMENT ON COLUMN quantity.additive IS 'True where it comes on top of a figure told before ("2,700 more").';
COMMENT ON COLUMN quantity.scope IS 'Whom or what it counts ("children"), where the text narrows it.';
COMMENT ON COLUMN quantity.as_of IS 'The day as of which it is given; NULL where unknown.';
COMMENT ON COLUMN quantity.speaker IS 'Who gives it: the speaker of the mention; NULL in the article''s own voice.';
COMMENT ON COLUMN quantity.site IS 'The outlet of the article.';
COMMENT ON COLUMN quantity.rival_group IS 'Figures of one event with the same group answer the same question; NULL where a figure stands alone.';
COMMENT ON COLUMN quantity.superseded IS 'True where the same source gave a later figure in the same group.';

CREATE TABLE event_relation (
    event_id VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    other_event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    other_mention_id VARCHAR,
    rule_id VARCHAR,
    used BOOLEAN NOT NULL
);
COMMENT ON TABLE event_relation IS 'How events stand to one another in time, or as part and whole, as told.';
COMMENT ON COLUMN event_relation.event_id IS 'The event.';
COMMENT ON COLUMN event_relation.relation IS 'What it is to the other: before, after, during, since, until, simultaneous or part_of.';
COMMENT ON COLUMN event_relation.other_event_id IS 'The other event.';
COMMENT ON COLUMN event_relation.mention_id IS 'The mention that tells so.';
COMMENT ON COLUMN event_relation.other_mention_id IS 'The mention of the other event that it was told with.';
COMMENT ON COLUMN event_relation.rule_id IS 'The rule that found it.';
COMMENT ON COLUMN event_relation.used IS 'False where the days that texts tell of the two events leave no way for it to hold.';

CREATE TABLE event_conflict (
    event_id VARCHAR NOT NULL,
    other_event_id VARCHAR,
    mention_ids VARCHAR[] NOT NULL,
    detail VARCHAR NOT NULL
);
COMMENT ON TABLE event_conflict IS 'Dates that cannot all hold; the bounds that cause it narrow nothing.';
COMMENT ON COLUMN event_conflict.event_id IS 'The event.';
COMMENT ON COLUMN event_conflict.other_event_id IS 'The event it cannot be brought into line with; NULL where its own mentions disagree.';
COMMENT ON COLUMN event_conflict.mention_ids IS 'The mentions that tell these dates.';
COMMENT ON COLUMN event_conflict.detail IS 'What does not fit.';

CREATE TABLE story (
    story_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    first_published DATE,
    last_published DATE,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    key_events INTEGER NOT NULL,
    top_actors VARCHAR[] NOT NULL,
    top_places VARCHAR[] NOT NULL
);
COMMENT ON TABLE story IS 'One row a story: the articles, two at least, that tell of one running matter; the latest first.';
COMMENT ON COLUMN story.story_id IS 'Hash of the id of its founder, its earliest article.';
COMMENT ON COLUMN story.title IS 'The headline of the article that is most like the others; the title of its weightiest event where that has none, or else the words that tie it.';
COMMENT ON COLUMN story.first_published IS 'The earliest publication day of its articles; NULL where none is known.';
COMMENT ON COLUMN story.last_published IS 'The latest publication day of its articles; NULL where none is known.';
COMMENT ON COLUMN story.articles IS 'How many articles it has.';
COMMENT ON COLUMN story.outlets IS 'How many outlets tell of it.';
COMMENT ON COLUMN story.key_events IS 'How many events of level key its articles tell of.';
COMMENT ON COLUMN story.top_actors IS 'Who takes part in the events of most of its articles: five names at most.';
COMMENT ON COLUMN story.top_places IS 'Where the events of most of its articles take place: five names at most.';

CREATE TABLE story_article (
    story_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    main BOOLEAN NOT NULL
);
COMMENT ON TABLE story_article IS 'Which articles tell of which story.';
COMMENT ON COLUMN story_article.story_id IS 'The story.';
COMMENT ON COLUMN story_article.article_id IS 'The article.';
COMMENT ON COLUMN story_article.main IS 'True for the story that the article belongs to; false for another that it tells of too.';

CREATE TABLE story_event (
    story_id VARCHAR NOT NULL,
    event_id VARCHAR NOT NULL
);
COMMENT ON TABLE story_event IS 'Which events the articles of which story tell of.';
COMMENT ON COLUMN story_event.story_id IS 'The story.';
COMMENT ON COLUMN story_event.event_id IS 'The event.';

CREATE TABLE story_reason (
    story_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    share DOUBLE NOT NULL
);
COMMENT ON TABLE story_reason IS 'Why an article is in its story: the names and words that it shares with the rest of it.';
COMMENT ON COLUMN story_reason.story_id IS 'The story.';
COMMENT ON COLUMN story_reason.article_id IS 'The article.';
COMMENT ON COLUMN story_reason.reason IS 'The word, in its plain form.';
COMMENT ON COLUMN story_reason.kind IS 'name or word, as the article writes it.';
COMMENT ON COLUMN story_reason.share IS 'How much of their likeness it makes, from 0 to 1.';

CREATE TABLE story_alias (
    old_story_id VARCHAR NOT NULL,
    story_id VARCHAR NOT NULL,
    version INTEGER NOT NULL
);
COMMENT ON TABLE story_alias IS 'Ids that stories had in earlier published versions, so that old links keep working.';
COMMENT ON COLUMN story_alias.old_story_id IS 'The id that a story had before.';
COMMENT ON COLUMN story_alias.story_id IS 'The story that most of its articles are in now.';
COMMENT ON COLUMN story_alias.version IS 'The last published version in which the old id was in use.';

CREATE TABLE story_change (
    story_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    change VARCHAR NOT NULL,
    articles_before INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    other_story_ids VARCHAR[] NOT NULL
);
COMMENT ON TABLE story_change IS 'What became of each story since the version before; stories that are as they were have no row.';
COMMENT ON COLUMN story_change.story_id IS 'The story; where it is gone or fell apart, the id that it had.';
COMMENT ON COLUMN story_change.title IS 'Its title, or the one that it had.';
COMMENT ON COLUMN story_change.change IS 'new, grown, merged (several became one), shrunk, changed (other articles, as many), fell apart (less than half of it is still together) or gone.';
COMMENT ON COLUMN story_change.articles_before IS 'How many articles it had, or all that became it.';
COMMENT ON COLUMN story_change.articles IS 'How many it has; of one that fell apart, how many of them are still together.';
COMMENT ON COLUMN story_change.other_story_ids IS 'For a merged one the other ids that went into it; for one that fell apart those that its articles are in now.';

CREATE TABLE article (
    article_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    url VARCHAR,
    site VARCHAR,
    title VARCHAR,
    author VARCHAR,
    published DATE,
    published_at VARCHAR,
    published_signal VARCHAR,
    published_precision VARCHAR,
    updated DATE,
    language VARCHAR,
    language_confidence DOUBLE,
    kind VARCHAR NOT NULL,
    kind_reason VARCHAR,
    story_id VARCHAR,
    text VARCHAR NOT NULL,
    page_starts INTEGER[],
    content_sha256 VARCHAR NOT NULL,
    copy_group VARCHAR,
    first_seen TIMESTAMP NOT NULL
);
COMMENT ON TABLE article IS 'One row an article, in its current version.';
COMMENT ON COLUMN article.article_id IS 'The id given, else the path without its ending, else a hash of the URL.';
COMMENT ON COLUMN article.version IS 'Which of its versions this is, from 1, by arrival.';
COMMENT ON COLUMN article.url IS 'Where it was published.';
COMMENT ON COLUMN article.site IS 'The outlet.';
COMMENT ON COLUMN article.title IS 'Its headline.';
COMMENT ON COLUMN article.author IS 'Its byline.';
COMMENT ON COLUMN article.published IS 'The publication day where the article was written; NULL where unknown.';
COMMENT ON COLUMN article.published_at IS 'ISO 8601 time of publication with its offset, where known.';
COMMENT ON COLUMN article.published_signal IS 'The sign that decided the publication day (manifest, json-ld, meta, …).';
COMMENT ON COLUMN article.published_precision IS 'How exactly that sign tells it: instant, day, month or year.';
COMMENT ON COLUMN article.updated IS 'The day it was last updated, by its own account; NULL where unknown.';
COMMENT ON COLUMN article.language IS 'Language code (ISO 639-1); NULL where unknown.';
COMMENT ON COLUMN article.language_confidence IS '1.0 where named by the source, else the detector''s own probability.';
COMMENT ON COLUMN article.kind IS 'What kind of text it is: news, narrative (past years lead), chronology (dated entries), live (stamped updates) or transcript.';
COMMENT ON COLUMN article.kind_reason IS 'What shows it; "as named" where the source or the article names its kind.';
COMMENT ON COLUMN article.story_id IS 'The story that it tells of; NULL where no other article tells of the same.';
COMMENT ON COLUMN article.text IS 'The clean text that every offset refers to.';
COMMENT ON COLUMN article.page_starts IS 'Offsets in the text at which pages begin (macro page_at); NULL where the document has no pages.';
COMMENT ON COLUMN article.content_sha256 IS 'SHA-256 of the text and of everything known of the article.';
COMMENT ON COLUMN article.copy_group IS 'Articles with the same group are copies of one another; NULL where it has no copy.';
COMMENT ON COLUMN article.first_seen IS 'When the article first arrived, UTC.';

CREATE TABLE article_furniture (
    article_id VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    rule_id VARCHAR
);
COMMENT ON TABLE article_furniture IS 'Stretches of an article that stand on its page and are no part of its news; they give no events.';
COMMENT ON COLUMN article_furniture.article_id IS 'The article.';
COMMENT ON COLUMN article_furniture.char_start IS 'First code point in the article''s text.';
COMMENT ON COLUMN article_furniture.char_end IS 'One past the last code point.';
COMMENT ON COLUMN article_furniture.reason IS 'stamp (of publication or update), dateline, byline, credit (of a picture), link (to other pages), comments (of readers), terms (of use, subscription), or repeated: several pages of the outlet hold it word for word.';
COMMENT ON COLUMN article_furniture.rule_id IS 'The rule that found it; NULL for what is repeated.';

CREATE TABLE article_version (
    article_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    is_current BOOLEAN NOT NULL,
    url VARCHAR,
    site VARCHAR,
    title VARCHAR,
    author VARCHAR,
    published DATE,
    published_at VARCHAR,
    published_signal VARCHAR,
    published_precision VARCHAR,
    updated DATE,
    language VARCHAR,
    text VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    arrived TIMESTAMP NOT NULL
);
COMMENT ON TABLE article_version IS 'Every version of every article, from the first day on.';
COMMENT ON COLUMN article_version.article_id IS 'The article.';
COMMENT ON COLUMN article_version.version IS 'From 1, by arrival.';
COMMENT ON COLUMN article_version.is_current IS 'True for the version that counts: greatest by updated, published, arrival.';
COMMENT ON COLUMN article_version.url IS 'Where it was published.';
COMMENT ON COLUMN article_version.site IS 'The outlet.';
COMMENT ON COLUMN article_version.title IS 'Its headline.';
COMMENT ON COLUMN article_version.author IS 'Its byline.';
COMMENT ON COLUMN article_version.published IS 'The publication day; NULL where unknown.';
COMMENT ON COLUMN article_version.published_at IS 'ISO 8601 time of publication with its offset, where known.';
COMMENT ON COLUMN article_version.published_signal IS 'The sign that decided the publication day.';
COMMENT ON COLUMN article_version.published_precision IS 'How exactly that sign tells it: instant, day, month or year.';
COMMENT ON COLUMN article_version.updated IS 'The day it was last updated, by its own account.';
COMMENT ON COLUMN article_version.language IS 'Language code (ISO 639-1).';
COMMENT ON COLUMN article_version.text IS 'The clean text of this version.';
COMMENT ON COLUMN article_version.content_sha256 IS 'SHA-256 of the text and of everything known of this version.';
COMMENT ON COLUMN article_version.arrived IS 'When this version arrived, UTC.';

CREATE TABLE article_signal (
    article_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    raw VARCHAR NOT NULL,
    day DATE,
    instant VARCHAR,
    precision VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    chosen BOOLEAN NOT NULL
);
COMMENT ON TABLE article_signal IS 'Every sign of when an article was published or updated, with the one that was believed.';
COMMENT ON COLUMN article_signal.article_id IS 'The article.';
COMMENT ON COLUMN article_signal.version IS 'The version it was found in.';
COMMENT ON COLUMN article_signal.nth IS 'Its place among the version''s signs, from 0.';
COMMENT ON COLUMN article_signal.source IS 'Where it stood: manifest, json-ld, meta, time-element, url, dateline, feed, header, ….';
COMMENT ON COLUMN article_signal.field IS 'published or updated.';
COMMENT ON COLUMN article_signal.raw IS 'The words as found.';
COMMENT ON COLUMN article_signal.day IS 'The day they were read as; NULL where unreadable.';
COMMENT ON COLUMN article_signal.instant IS 'ISO 8601 with a time of day, and an offset where one was given.';
COMMENT ON COLUMN article_signal.precision IS 'instant, day, month, year or unreadable.';
COMMENT ON COLUMN article_signal.detail IS 'The exact place: a meta name, a JSON path, the words of the dateline.';
COMMENT ON COLUMN article_signal.chosen IS 'True for the sign that was believed.';

CREATE TABLE publication (
    version INTEGER NOT NULL,
    published_at TIMESTAMP NOT NULL,
    run_id VARCHAR,
    digest VARCHAR NOT NULL,
    rules_version VARCHAR,
    rules MAP(VARCHAR, VARCHAR),
    events BIGINT NOT NULL,
    on_timeline BIGINT NOT NULL,
    dated BIGINT NOT NULL,
    mentions BIGINT NOT NULL,
    articles BIGINT NOT NULL
);
COMMENT ON TABLE publication IS 'One row a published version, up to this one.';
COMMENT ON COLUMN publication.version IS 'From 1, never used twice.';
COMMENT ON COLUMN publication.published_at IS 'When it was published, UTC.';
COMMENT ON COLUMN publication.run_id IS 'The run that built it.';
COMMENT ON COLUMN publication.digest IS 'SHA-256 over the ordered rows of event, event_mention, time_expression and article (without first_seen).';
COMMENT ON COLUMN publication.rules_version IS 'The rules and models that its articles were annotated with.';
COMMENT ON COLUMN publication.rules IS 'Each rule set and model with its version or hash.';
COMMENT ON COLUMN publication.events IS 'Events in it.';
COMMENT ON COLUMN publication.on_timeline IS 'Of these, the ones on the timeline.';
COMMENT ON COLUMN publication.dated IS 'Of these on the timeline, the dated ones.';
COMMENT ON COLUMN publication.mentions IS 'Mentions in it.';
COMMENT ON COLUMN publication.articles IS 'Articles in it.';
