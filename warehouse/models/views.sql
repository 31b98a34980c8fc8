-- What people would otherwise join by hand, and the question that a timeline is asked most.

CREATE MACRO section_rank(section) AS coalesce(list_position(['story', 'span', 'background', 'undated'], section), 5);

CREATE VIEW timeline AS
SELECT *
FROM event
WHERE on_timeline AND level = 'key'
ORDER BY section_rank(section), sort_date NULLS LAST, day_position, event_id;
COMMENT ON VIEW timeline IS 'The events that belong on the timeline: told as having happened, by the article itself or by a named source, and of level key, in order of time. What else happened stands in event, with its level.';

CREATE VIEW mention_detail AS
SELECT
    m.*,
    e.title AS event_title,
    e.edtf AS event_edtf,
    e.sort_date,
    a.title AS article_title,
    a.url,
    a.author,
    a.language,
    a.copy_group
FROM event_mention AS m
LEFT JOIN event AS e USING (event_id)
JOIN article AS a USING (article_id);
COMMENT ON VIEW mention_detail IS 'Each mention with its event and its article.';
COMMENT ON COLUMN mention_detail.event_title IS 'The event''s short line.';
COMMENT ON COLUMN mention_detail.event_edtf IS 'When the event happened, by all its mentions.';
COMMENT ON COLUMN mention_detail.article_title IS 'The article''s headline.';

CREATE VIEW who_said_what AS
SELECT
    coalesce(s.speaker_name, s.speaker) AS speaker,
    s.speaker_kind,
    s.cue,
    s.content,
    s.depth,
    m.event_id,
    e.title AS event_title,
    m.mention_id,
    m.trigger,
    m.modality,
    m.edtf,
    m.sentence,
    m.article_id,
    m.site,
    m.article_published
FROM attribution AS s
JOIN event_mention AS m USING (mention_id)
LEFT JOIN event AS e USING (event_id);
COMMENT ON VIEW who_said_what IS 'Each thing told by somebody other than the article: the speaker, the words and the event.';
COMMENT ON COLUMN who_said_what.speaker IS 'Who says so, by the normal name where there is one.';
COMMENT ON COLUMN who_said_what.event_title IS 'The event''s short line.';

CREATE VIEW event_evidence AS
SELECT
    b.event_id,
    e.title AS event_title,
    b.bound,
    b.value,
    b.kind,
    b.used,
    b.rule_id,
    m.sentence,
    m.trigger,
    t.text AS expression,
    t.value AS timex_value,
    t.rule_id AS expression_rule_id,
    t.anchor_date,
    t.anchor_reason,
    o.title AS other_event_title,
    m.article_id,
    m.site,
    m.article_published,
    b.mention_id,
    b.time_expression_id,
    b.other_event_id
FROM event_bound AS b
JOIN event AS e USING (event_id)
LEFT JOIN event_mention AS m USING (mention_id)
LEFT JOIN time_expression AS t USING (time_expression_id)
LEFT JOIN event AS o ON o.event_id = b.other_event_id;
COMMENT ON VIEW event_evidence IS 'Why an event is dated as it is: each bound with the sentence, the expression of time, the rule and the anchor.';
COMMENT ON COLUMN event_evidence.event_title IS 'The event''s short line.';
COMMENT ON COLUMN event_evidence.expression IS 'The expression of time, as the article has it.';
COMMENT ON COLUMN event_evidence.timex_value IS 'Its TIMEX3 value.';
COMMENT ON COLUMN event_evidence.expression_rule_id IS 'The rule that found the expression.';
COMMENT ON COLUMN event_evidence.other_event_title IS 'The short line of the event that narrows this one.';

CREATE VIEW rival_figure AS
SELECT
    q.event_id,
    e.title AS event_title,
    q.measure,
    q.scope,
    q.rival_group,
    list(
        struct_pack(
            text := q.text,
            low := q.low,
            high := q.high,
            speaker := q.speaker,
            site := q.site,
            as_of := q.as_of,
            superseded := q.superseded,
            mention_id := q.mention_id
        )
        ORDER BY q.as_of NULLS LAST, q.low NULLS LAST, q.mention_id
    ) AS figures,
    count(*)::INTEGER AS told,
    min(q.low) AS least,
    max(coalesce(q.high, q.low)) AS most
FROM quantity AS q
JOIN event AS e USING (event_id)
WHERE q.rival_group IS NOT NULL
GROUP BY ALL;
COMMENT ON VIEW rival_figure IS 'Figures for one measure of one event that cannot all be true, side by side with who gave them.';
COMMENT ON COLUMN rival_figure.event_title IS 'The event''s short line.';
COMMENT ON COLUMN rival_figure.figures IS 'The figures with their speaker, outlet and day, by day.';
COMMENT ON COLUMN rival_figure.told IS 'How many figures there are.';
COMMENT ON COLUMN rival_figure.least IS 'The least of their lower ends.';
COMMENT ON COLUMN rival_figure.most IS 'The greatest of their upper ends.';

-- The place that an article tells of more often than of any other, and more than once: what it tells without a place of
-- its own is there.
CREATE VIEW article_place AS
SELECT m.article_id, p.name, min(p.country) AS country
FROM event_place AS p
JOIN event_mention AS m USING (mention_id)
GROUP BY m.article_id, p.name
HAVING count(*) > 1
QUALIFY row_number() OVER (PARTITION BY m.article_id ORDER BY count(*) DESC, p.name) = 1;
COMMENT ON VIEW article_place IS 'The place of an article: the one that it tells of most, and more than once.';

-- The month, as 2024-03, in which an event is known to lie, for counting; NULL where it may lie in several.
CREATE MACRO month_of(earliest, latest) AS
CASE WHEN date_trunc('month', earliest) = date_trunc('month', latest) THEN strftime(earliest, '%Y-%m') END;

-- The page, from 1, on which an offset of an article's text lies; NULL where the document has no pages.
CREATE MACRO page_at(page_starts, char_start) AS
CASE WHEN page_starts IS NOT NULL THEN len(list_filter(page_starts, lambda s: s <= char_start)) END;

-- A NULL edge leaves that side of the period open, as an unknown edge leaves that side of the event open.
CREATE MACRO timeline_between(a, b) AS TABLE
SELECT
    CASE
        WHEN NOT dated THEN 'possible'
        WHEN (a IS NULL OR coalesce(start_earliest >= a::DATE, false)) AND (b IS NULL OR coalesce(end_latest <= b::DATE, false)) THEN 'within'
        ELSE 'overlaps'
    END AS certainty,
    *
FROM event
WHERE on_timeline AND level = 'key'
    AND (b IS NULL OR start_earliest <= b::DATE OR start_earliest IS NULL)
    AND (a IS NULL OR end_latest >= a::DATE OR end_latest IS NULL)
ORDER BY (a IS NOT NULL OR b IS NOT NULL) AND certainty <> 'within', section_rank(section), sort_date NULLS LAST, day_position, event_id;
