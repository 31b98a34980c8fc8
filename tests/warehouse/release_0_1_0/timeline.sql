CREATE TABLE article(article_id VARCHAR NOT NULL, "version" INTEGER NOT NULL, url VARCHAR, site VARCHAR, title VARCHAR, author VARCHAR, published DATE, published_at VARCHAR, published_signal VARCHAR, published_precision VARCHAR, updated DATE, "language" VARCHAR, language_confidence DOUBLE, kind VARCHAR NOT NULL, "text" VARCHAR NOT NULL, content_sha256 VARCHAR NOT NULL, copy_group VARCHAR, first_seen TIMESTAMP NOT NULL);
INSERT INTO main.article VALUES ('harbour-fire', 1, NULL, 'North Post', 'Fire damages harbour shed in Lunden', NULL, '2024-03-11', NULL, 'record', 'day', NULL, 'en', 1.0, 'news', 'A fire destroyed a storage shed in the harbour of Lunden on Saturday. Two workers were injured, the fire service said. The mayor, Ada Brink, will visit the site on Tuesday.', '8719621db3b5746c2f89d110c45734149893678b7e251c9a80e961d3f11acb6b', NULL, '2026-11-30 17:34:35.318577');
INSERT INTO main.article VALUES ('harbour-fire-2', 1, NULL, 'South Mail', 'Harbour reopens after fire', NULL, '2024-03-13', NULL, 'record', 'day', NULL, 'en', 1.0, 'news', 'The harbour of Lunden reopened on Wednesday. A fire destroyed a shed there on 9 March, and two workers were injured.', '24bec8924294e82c3af1ff7a8656b1d9587217db27f0ac8a0702195f1024db86', NULL, '2026-11-30 17:34:35.318577');
CREATE TABLE article_signal(article_id VARCHAR NOT NULL, "version" INTEGER NOT NULL, nth INTEGER NOT NULL, "source" VARCHAR NOT NULL, field VARCHAR NOT NULL, raw VARCHAR NOT NULL, "day" DATE, instant VARCHAR, "precision" VARCHAR NOT NULL, detail VARCHAR NOT NULL, chosen BOOLEAN NOT NULL);
INSERT INTO main.article_signal VALUES ('harbour-fire', 1, 0, 'record', 'published', '2024-03-11', '2024-03-11', NULL, 'day', 'published', True);
INSERT INTO main.article_signal VALUES ('harbour-fire-2', 1, 0, 'record', 'published', '2024-03-13', '2024-03-13', NULL, 'day', 'published', True);
CREATE TABLE article_version(article_id VARCHAR NOT NULL, "version" INTEGER NOT NULL, is_current BOOLEAN NOT NULL, url VARCHAR, site VARCHAR, title VARCHAR, author VARCHAR, published DATE, published_at VARCHAR, published_signal VARCHAR, published_precision VARCHAR, updated DATE, "language" VARCHAR, "text" VARCHAR NOT NULL, content_sha256 VARCHAR NOT NULL, arrived TIMESTAMP NOT NULL);
INSERT INTO main.article_version VALUES ('harbour-fire', 1, True, NULL, 'North Post', 'Fire damages harbour shed in Lunden', NULL, '2024-03-11', NULL, 'record', 'day', NULL, 'en', 'A fire destroyed a storage shed in the harbour of Lunden on Saturday. Two workers were injured, the fire service said. The mayor, Ada Brink, will visit the site on Tuesday.', '8719621db3b5746c2f89d110c45734149893678b7e251c9a80e961d3f11acb6b', '2026-11-30 17:34:35.318577');
INSERT INTO main.article_version VALUES ('harbour-fire-2', 1, True, NULL, 'South Mail', 'Harbour reopens after fire', NULL, '2024-03-13', NULL, 'record', 'day', NULL, 'en', 'The harbour of Lunden reopened on Wednesday. A fire destroyed a shed there on 9 March, and two workers were injured.', '24bec8924294e82c3af1ff7a8656b1d9587217db27f0ac8a0702195f1024db86', '2026-11-30 17:34:35.318577');
CREATE TABLE attribution(mention_id VARCHAR NOT NULL, depth INTEGER NOT NULL, speaker VARCHAR, speaker_name VARCHAR, speaker_kind VARCHAR NOT NULL, cue VARCHAR NOT NULL, "content" VARCHAR NOT NULL, speaker_start INTEGER, speaker_end INTEGER, cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL, content_spans STRUCT(span_start INTEGER, span_end INTEGER)[] NOT NULL, rule_id VARCHAR);
INSERT INTO main.attribution VALUES ('mmwat4u2o44zpkegm', 0, 'the fire service', NULL, 'organisation', 'said', 'Two workers were injured', 96, 112, 113, 117, [{'span_start': 70, 'span_end': 94}], 'say');
CREATE TABLE check_failure(run_id VARCHAR NOT NULL, check_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, severity VARCHAR NOT NULL, fault VARCHAR, row_key VARCHAR NOT NULL, article_id VARCHAR, detail VARCHAR, "sql" VARCHAR);
INSERT INTO main.check_failure VALUES ('20261130T173435318', 'site_is_fresh', 'article', 'warning', 'table', 'North Post', 'harbour-fire', 'its newest article is of 2024-03-11', 'SELECT coalesce(site, ''(no site)'') AS row_key, arg_max(article_id, published) AS article_id,
       ''its newest article is of '' || max(published) AS detail
FROM article
GROUP BY site
HAVING max(published) < CAST(coalesce(getvariable(''run_started''), CAST(current_date AS VARCHAR)) AS DATE)
                        - CAST(coalesce(getvariable(''fresh_within_days''), 30) AS INTEGER)');
INSERT INTO main.check_failure VALUES ('20261130T173435318', 'site_is_fresh', 'article', 'warning', 'table', 'South Mail', 'harbour-fire-2', 'its newest article is of 2024-03-13', 'SELECT coalesce(site, ''(no site)'') AS row_key, arg_max(article_id, published) AS article_id,
       ''its newest article is of '' || max(published) AS detail
FROM article
GROUP BY site
HAVING max(published) < CAST(coalesce(getvariable(''run_started''), CAST(current_date AS VARCHAR)) AS DATE)
                        - CAST(coalesce(getvariable(''fresh_within_days''), 30) AS INTEGER)');
CREATE TABLE check_result(run_id VARCHAR NOT NULL, check_name VARCHAR NOT NULL, table_name VARCHAR NOT NULL, severity VARCHAR NOT NULL, passed BOOLEAN NOT NULL, rows_judged BIGINT, rows_failed BIGINT, fault VARCHAR, description VARCHAR, remedy VARCHAR, "sql" VARCHAR, "error" VARCHAR);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_article_id_is_present', 'article', 'critical', True, 2, 0, 'table', 'every row of article has its article_id', 'the store is damaged: run `dateline rebuild`', 'SELECT coalesce(article_id, ''(none)'') AS row_key, article_id AS article_id, ''article_id is empty'' AS detail
FROM article
WHERE article_id IS NULL', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_article_id_is_unique', 'article', 'critical', True, 2, 0, 'table', 'no two rows of article share one article_id', 'the store is damaged: run `dateline rebuild`', 'SELECT coalesce(article_id, ''(none)'') AS row_key, article_id AS article_id, ''stands more than once: '' || article_id AS detail
FROM article
QUALIFY count(*) OVER (PARTITION BY article_id) > 1', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_copies_are_grouped', 'article', 'critical', True, 2, 0, 'table', 'articles with the very same text are in one copy group', 'the store is damaged: run `dateline rebuild`', 'SELECT min(article_id) AS row_key, min(article_id) AS article_id,
       ''the same text as '' || string_agg(article_id, '', '' ORDER BY article_id) AS detail
FROM article
GROUP BY text
HAVING count(*) > 1 AND (count(DISTINCT copy_group) > 1 OR bool_or(copy_group IS NULL))', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_is_no_near_duplicate', 'article', 'info', True, 2, 0, 'table', 'no two articles are near-duplicates (wire copies count once as sources)', 'nothing: copies count as one source', 'SELECT article_id AS row_key, article_id,
       ''one of '' || count(*) OVER (PARTITION BY copy_group) || '' copies of one another'' AS detail
FROM article
WHERE copy_group IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY copy_group) > 1
ORDER BY copy_group, article_id', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_kind_is_known', 'article', 'critical', True, 2, 0, 'table', 'kind of article is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(article_id, ''(none)'') AS row_key, article_id AS article_id, ''kind is '' || kind AS detail
FROM article
WHERE kind NOT IN (''news'', ''narrative'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_published_has_its_signal', 'article', 'critical', True, 2, 0, 'row', 'a publication day is the one that the chosen sign tells', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT a.article_id AS row_key, a.article_id,
       ''published '' || coalesce(CAST(a.published AS VARCHAR), ''unknown'') || '' but the chosen sign says ''
       || coalesce(CAST(s.day AS VARCHAR), ''nothing'') AS detail
FROM article a
LEFT JOIN article_signal s
  ON s.article_id = a.article_id AND s.version = a.version AND s.field = ''published'' AND s.chosen
WHERE a.published IS DISTINCT FROM s.day', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_published_is_known', 'article', 'info', True, 2, 0, 'table', 'an article has a publication day', 'give the day in a manifest''s column `published`', 'SELECT article_id AS row_key, article_id, ''published unknown: what hangs on it stays open'' AS detail
FROM article
WHERE published IS NULL', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_published_is_plausible', 'article', 'critical', True, 2, 0, 'row', 'an article was published between the first newspaper (1605) and the start of the run', 'correct the date in the manifest, or give the right one with `published`', 'SELECT article_id AS row_key, article_id, ''published '' || published || '', the run began '' || getvariable(''run_started'') AS detail
FROM article
WHERE published < DATE ''1605-01-01''
   OR published > CAST(coalesce(getvariable(''run_started''), CAST(current_date AS VARCHAR)) AS DATE) + 1', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_published_precision_is_known', 'article', 'critical', True, 2, 0, 'table', 'published_precision of article is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(article_id, ''(none)'') AS row_key, article_id AS article_id, ''published_precision is '' || published_precision AS detail
FROM article
WHERE published_precision NOT IN (''instant'', ''day'', ''month'', ''year'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_signals_agree', 'article', 'warning', True, 2, 0, 'table', 'the signs of when an article was published tell the same day, or differ by one at most', 'look at the signs in article_signal; give the right day in a manifest', 'SELECT s.article_id AS row_key, s.article_id,
       string_agg(DISTINCT s.source || '' '' || s.day, '', '' ORDER BY s.source || '' '' || s.day) AS detail
FROM article_signal s
JOIN article a USING (article_id, version)
WHERE s.field = ''published'' AND s.precision IN (''day'', ''instant'')
GROUP BY s.article_id
HAVING max(s.day) > min(s.day) + 1', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_text_is_present', 'article', 'critical', True, 2, 0, 'table', 'every row of article has its text', 'the store is damaged: run `dateline rebuild`', 'SELECT coalesce(article_id, ''(none)'') AS row_key, article_id AS article_id, ''text is empty'' AS detail
FROM article
WHERE text IS NULL', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'article_updated_follows_published', 'article', 'warning', True, 2, 0, 'table', 'an article is not updated before it is published', 'look at the page''s dates; give the right ones in a manifest', 'SELECT article_id AS row_key, article_id, ''published '' || published || '' but updated '' || updated AS detail
FROM article
WHERE updated < published', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'attribution_cue_is_its_span', 'attribution', 'critical', True, 1, 0, 'table', 'the cue of an attribution is the article''s own words at its offsets', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT t.mention_id AS row_key, m.article_id,
       ''has "'' || t.cue || ''" where the article has "'' || substring(a.text, t.cue_start + 1, t.cue_end - t.cue_start) || ''"'' AS detail
FROM attribution t
JOIN event_mention m USING (mention_id)
JOIN article a ON a.article_id = m.article_id
WHERE substring(a.text, t.cue_start + 1, t.cue_end - t.cue_start) <> t.cue', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'attribution_speaker_kind_is_known', 'attribution', 'critical', True, 1, 0, 'table', 'speaker_kind of attribution is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, NULL AS article_id, ''speaker_kind is '' || speaker_kind AS detail
FROM attribution
WHERE speaker_kind NOT IN (''named person'', ''organisation'', ''document'', ''unnamed'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'duration_dates_nothing', 'mention_time', 'critical', True, 4, 0, 'table', 'a duration that nothing anchors dates no mention', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT t.mention_id || '' '' || t.time_expression_id AS row_key, x.article_id,
       ''"'' || x.text || ''" is given the role '' || t.role AS detail
FROM mention_time t
JOIN time_expression x USING (time_expression_id)
WHERE t.role <> ''duration'' AND x.timex_type IN (''DURATION'', ''SET'') AND x.earliest IS NULL AND x.latest IS NULL', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_actor_role_is_known', 'event_actor', 'critical', True, 10, 0, 'table', 'role of event_actor is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, NULL AS article_id, ''role is '' || role AS detail
FROM event_actor
WHERE role NOT IN (''agent'', ''patient'', ''speaker'', ''topic'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_actor_text_is_its_span', 'event_actor', 'critical', True, 10, 0, 'table', 'the words of a actor are the article''s own at its offsets', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT r.mention_id AS row_key, m.article_id AS article_id,
       ''has "'' || r.text || ''" where the article has "''
       || coalesce(substring(a.text, r.char_start + 1, r.char_end - r.char_start), '''') || ''"'' AS detail
FROM event_actor r
JOIN event_mention m USING (mention_id)
JOIN article a ON a.article_id = m.article_id
WHERE r.char_start < 0 OR r.char_end <= r.char_start OR r.char_end > length(a.text)
   OR substring(a.text, r.char_start + 1, r.char_end - r.char_start) <> r.text', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_bound_bound_is_known', 'event_bound', 'critical', True, 20, 0, 'table', 'bound of event_bound is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(event_id, ''(none)'') AS row_key, NULL AS article_id, ''bound is '' || bound AS detail
FROM event_bound
WHERE bound NOT IN (''start_earliest'', ''start_latest'', ''end_earliest'', ''end_latest'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_bound_joins_rows_that_are_there', 'event_bound', 'critical', True, 20, 0, 'table', 'the event, mention, expression and other event of a bound are there', 'the store is damaged: run `dateline rebuild`', 'SELECT b.event_id || '' '' || b.bound AS row_key, m.article_id,
       CASE WHEN e.event_id IS NULL THEN ''no such event''
            WHEN b.mention_id IS NOT NULL AND m.mention_id IS NULL THEN ''no such mention''
            WHEN b.time_expression_id IS NOT NULL AND t.time_expression_id IS NULL THEN ''no such expression''
            ELSE ''no such other event'' END AS detail
FROM event_bound b
LEFT JOIN event e USING (event_id)
LEFT JOIN event_mention m ON m.mention_id = b.mention_id
LEFT JOIN time_expression t ON t.time_expression_id = b.time_expression_id
LEFT JOIN event o ON o.event_id = b.other_event_id
WHERE e.event_id IS NULL
   OR (b.mention_id IS NOT NULL AND m.mention_id IS NULL)
   OR (b.time_expression_id IS NOT NULL AND t.time_expression_id IS NULL)
   OR (b.other_event_id IS NOT NULL AND o.event_id IS NULL)', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_bound_kind_is_known', 'event_bound', 'critical', True, 20, 0, 'table', 'kind of event_bound is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(event_id, ''(none)'') AS row_key, NULL AS article_id, ''kind is '' || kind AS detail
FROM event_bound
WHERE kind NOT IN (''told'', ''publication'', ''corroborated'', ''relation'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_bounds_are_consistent', 'event_bound', 'warning', True, 20, 0, 'table', 'what is told of an event''s time fits together, within it and with the events that it stands in a relation to', 'read both sentences: the sources disagree, or two events were taken for one', 'SELECT c.event_id AS row_key, min(m.article_id) AS article_id,
       c.detail || '': '' || string_agg(DISTINCT ''"'' || m.sentence || ''"'', '' against '' ORDER BY ''"'' || m.sentence || ''"'') AS detail
FROM event_conflict AS c
LEFT JOIN event_mention AS m ON list_contains(c.mention_ids, m.mention_id)
GROUP BY c.event_id, c.other_event_id, c.detail', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_bounds_are_in_order', 'event', 'critical', True, 6, 0, 'row', 'in event, earliest is not after latest, and the begin not after the end', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT event_id AS row_key, NULL AS article_id,
       concat_ws('' '', ''begin'', coalesce(CAST(start_earliest AS VARCHAR), ''?''), ''to'', coalesce(CAST(start_latest AS VARCHAR), ''?''),
                 ''end'', coalesce(CAST(end_earliest AS VARCHAR), ''?''), ''to'', coalesce(CAST(end_latest AS VARCHAR), ''?'')) AS detail
FROM event
WHERE start_earliest > start_latest OR end_earliest > end_latest
   OR start_earliest > end_latest OR start_earliest > end_earliest OR start_latest > end_latest', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_counts_are_its_mentions', 'event', 'critical', True, 6, 0, 'table', 'the counts of an event are those of its mentions', 'the store is damaged: run `dateline rebuild`', 'WITH counted AS (
    SELECT event_id, count(*) AS mentions, count(DISTINCT article_id) AS articles FROM event_mention GROUP BY event_id
)
SELECT e.event_id AS row_key, NULL AS article_id,
       ''says '' || e.mentions || '' mentions in '' || e.articles || '' articles, has '' || c.mentions || '' in '' || c.articles AS detail
FROM event e
JOIN counted c USING (event_id)
WHERE e.mentions <> c.mentions OR e.articles <> c.articles OR e.independent_articles > e.articles', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_dated_has_its_evidence', 'event', 'critical', True, 6, 0, 'row', 'a dated event has a bound that a text tells, a relation gives, or a named convention sets', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT e.event_id AS row_key, NULL AS article_id, ''"'' || e.title || ''" is dated, but nothing says by what'' AS detail
FROM event e
WHERE e.dated
  AND NOT EXISTS (FROM event_bound b WHERE b.event_id = e.event_id AND b.used AND b.kind IN (''told'', ''relation'', ''corroborated''))
  AND NOT EXISTS (FROM event_mention o WHERE o.event_id = e.event_id AND o.when_reason = ''reporting-convention'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_day_is_one_day', 'event', 'critical', True, 6, 0, 'row', 'an event of precision day lies on one day', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT event_id AS row_key, NULL AS article_id,
       ''"'' || title || ''" is precise to the day but lies between '' || coalesce(CAST(start_earliest AS VARCHAR), ''?'') || '' and ''
       || coalesce(CAST(end_latest AS VARCHAR), ''?'') AS detail
FROM event
WHERE precision = ''day'' AND (start_earliest IS NULL OR start_earliest IS DISTINCT FROM start_latest)', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_edtf_is_well_formed', 'event', 'critical', True, 6, 0, 'row', 'the EDTF string of a row of event is well-formed (ISO 8601-2: dates, sets of dates, and intervals of them)', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT event_id AS row_key, NULL AS article_id, ''"'' || edtf || ''" is no EDTF string'' AS detail
FROM event
WHERE NOT regexp_full_match(
        edtf,
        -- A constant, put together from its parts: a pattern out of a column would be compiled anew for every row.
        replace(replace(
            ''(part|(part|\.\.)?/(part|\.\.)?)'',
            ''part'', ''(day|[\[{]?(\.\.)?day((\.\.|,)(day)?)*[\]}]?)''),
            ''day'', ''[~?%]?-?[0-9X]{4}[~?%]?(-[0-9X]{2}[~?%]?(-[0-9X]{2})?)?[~?%]?(T[0-9:.]+(Z|[+-][0-9:]+)?)?''))
   OR edtf IN ('''', ''/'', ''../'', ''/..'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_event_id_is_unique', 'event', 'critical', True, 6, 0, 'table', 'no two rows of event share one event_id', 'the store is damaged: run `dateline rebuild`', 'SELECT coalesce(event_id, ''(none)'') AS row_key, NULL AS article_id, ''stands more than once: '' || event_id AS detail
FROM event
QUALIFY count(*) OVER (PARTITION BY event_id) > 1', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_event_type_is_known', 'event', 'critical', True, 6, 0, 'table', 'event_type of event is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(event_id, ''(none)'') AS row_key, NULL AS article_id, ''event_type is '' || event_type AS detail
FROM event
WHERE event_type NOT IN (''statement'', ''accusation'', ''praise'', ''denial'', ''request'', ''promise'', ''warning'', ''threat'', ''prediction'', ''debate'', ''publication'', ''contact'', ''meeting'', ''negotiation'', ''agreement'', ''rejection'', ''support'', ''concession'', ''cooperation'', ''aid'', ''sanction'', ''protest'', ''election'', ''legislation'', ''appointment'', ''departure_from_office'', ''decision'', ''ceremony'', ''attack'', ''killing'', ''battle'', ''conquest'', ''mobilisation'', ''withdrawal'', ''abduction'', ''coercion'', ''weapons_test'', ''crime'', ''arrest'', ''release'', ''investigation'', ''charge'', ''trial'', ''verdict'', ''birth'', ''death'', ''injury'', ''illness'', ''treatment'', ''marriage'', ''education'', ''emotion'', ''thought'', ''acquisition'', ''trade'', ''payment'', ''price_change'', ''business_opening'', ''business_closure'', ''reorganisation'', ''production'', ''work'', ''natural_disaster'', ''accident'', ''damage'', ''rescue'', ''movement'', ''disappearance'', ''discovery'', ''research'', ''spaceflight'', ''technology'', ''competition'', ''victory'', ''performance'', ''occurrence'', ''change'', ''transfer'', ''use'', ''arrangement'', ''waiting'', ''appearance'', ''relation'', ''start_or_end'', ''daily_life'', ''other'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_happened_before_it_was_told', 'event', 'critical', True, 6, 0, 'row', 'an event on the timeline does not begin after the last of its articles, by more than a day', 'look at the publication days of its articles first: one may be wrong', 'SELECT e.event_id AS row_key, max(a.article_id) AS article_id,
       ''"'' || e.title || ''" begins '' || e.start_earliest || '', its last article is of ''
       || max(greatest(a.published, coalesce(a.updated, a.published))) AS detail
FROM event e
JOIN event_mention m USING (event_id)
JOIN article a USING (article_id)
WHERE e.on_timeline
GROUP BY e.event_id, e.title, e.start_earliest
HAVING e.start_earliest > max(greatest(a.published, coalesce(a.updated, a.published))) + 1', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_has_a_mention', 'event', 'critical', True, 6, 0, 'table', 'a published event has a mention, with its sentence and its article', 'the store is damaged: run `dateline rebuild`', 'SELECT e.event_id AS row_key, NULL AS article_id, ''"'' || e.title || ''" has no mention in a sentence of an article'' AS detail
FROM event e
WHERE NOT EXISTS (FROM event_mention m JOIN article a USING (article_id) WHERE m.event_id = e.event_id AND m.sentence <> '''')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_invents_no_day', 'event', 'critical', True, 6, 0, 'row', 'an event lies on a publication day only where an expression, a relation or a named convention puts it there', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT e.event_id AS row_key, min(m.article_id) AS article_id,
       ''"'' || e.title || ''" was put on the publication day '' || e.start_earliest || '' without a reason'' AS detail
FROM event e
JOIN event_mention m USING (event_id)
WHERE e.start_earliest = e.end_latest AND e.start_earliest = m.article_published
  AND coalesce(e.reason, '''') <> ''reporting-convention''
  AND NOT EXISTS (FROM event_bound b
                  WHERE b.event_id = e.event_id AND b.used AND b.value = e.start_earliest
                    AND (b.time_expression_id IS NOT NULL OR b.kind IN (''relation'', ''corroborated'')))
  AND NOT EXISTS (FROM event_mention o WHERE o.event_id = e.event_id AND o.when_reason = ''reporting-convention'')
GROUP BY e.event_id, e.title, e.start_earliest', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_kind_is_known', 'event', 'critical', True, 6, 0, 'table', 'kind of event is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(event_id, ''(none)'') AS row_key, NULL AS article_id, ''kind is '' || kind AS detail
FROM event
WHERE kind NOT IN (''point'', ''span'', ''state'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_left_out_says_why', 'event', 'critical', True, 6, 0, 'row', 'an event that is left out of the timeline says why', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT event_id AS row_key, NULL AS article_id, ''"'' || title || ''" is left out without a reason'' AS detail
FROM event
WHERE NOT on_timeline AND reason IS NULL', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_article_is_there', 'event_mention', 'critical', True, 10, 0, 'table', 'the article of a mention is there', 'the store is damaged: run `dateline rebuild`', 'SELECT m.mention_id AS row_key, m.article_id, ''no such article'' AS detail
FROM event_mention m
ANTI JOIN article a USING (article_id)', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_bounds_are_in_order', 'event_mention', 'critical', True, 10, 0, 'row', 'in event_mention, earliest is not after latest, and the begin not after the end', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT mention_id AS row_key, article_id,
       concat_ws('' '', ''begin'', coalesce(CAST(start_earliest AS VARCHAR), ''?''), ''to'', coalesce(CAST(start_latest AS VARCHAR), ''?''),
                 ''end'', coalesce(CAST(end_earliest AS VARCHAR), ''?''), ''to'', coalesce(CAST(end_latest AS VARCHAR), ''?'')) AS detail
FROM event_mention
WHERE start_earliest > start_latest OR end_earliest > end_latest
   OR start_earliest > end_latest OR start_earliest > end_earliest OR start_latest > end_latest', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_edtf_is_well_formed', 'event_mention', 'critical', True, 10, 0, 'row', 'the EDTF string of a row of event_mention is well-formed (ISO 8601-2: dates, sets of dates, and intervals of them)', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT mention_id AS row_key, article_id, ''"'' || edtf || ''" is no EDTF string'' AS detail
FROM event_mention
WHERE NOT regexp_full_match(
        edtf,
        -- A constant, put together from its parts: a pattern out of a column would be compiled anew for every row.
        replace(replace(
            ''(part|(part|\.\.)?/(part|\.\.)?)'',
            ''part'', ''(day|[\[{]?(\.\.)?day((\.\.|,)(day)?)*[\]}]?)''),
            ''day'', ''[~?%]?-?[0-9X]{4}[~?%]?(-[0-9X]{2}[~?%]?(-[0-9X]{2})?)?[~?%]?(T[0-9:.]+(Z|[+-][0-9:]+)?)?''))
   OR edtf IN ('''', ''/'', ''../'', ''/..'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_event_class_is_known', 'event_mention', 'critical', True, 10, 0, 'table', 'event_class of event_mention is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, article_id AS article_id, ''event_class is '' || event_class AS detail
FROM event_mention
WHERE event_class NOT IN (''event'', ''reporting'', ''state'', ''aspect'', ''light'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_event_is_there', 'event_mention', 'critical', True, 10, 0, 'table', 'the event of a mention is there', 'the store is damaged: run `dateline rebuild`', 'SELECT m.mention_id AS row_key, m.article_id, ''event '' || m.event_id || '' is not there'' AS detail
FROM event_mention m
ANTI JOIN event e USING (event_id)
WHERE m.event_id IS NOT NULL', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_event_type_is_known', 'event_mention', 'critical', True, 10, 0, 'table', 'event_type of event_mention is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, article_id AS article_id, ''event_type is '' || event_type AS detail
FROM event_mention
WHERE event_type NOT IN (''statement'', ''accusation'', ''praise'', ''denial'', ''request'', ''promise'', ''warning'', ''threat'', ''prediction'', ''debate'', ''publication'', ''contact'', ''meeting'', ''negotiation'', ''agreement'', ''rejection'', ''support'', ''concession'', ''cooperation'', ''aid'', ''sanction'', ''protest'', ''election'', ''legislation'', ''appointment'', ''departure_from_office'', ''decision'', ''ceremony'', ''attack'', ''killing'', ''battle'', ''conquest'', ''mobilisation'', ''withdrawal'', ''abduction'', ''coercion'', ''weapons_test'', ''crime'', ''arrest'', ''release'', ''investigation'', ''charge'', ''trial'', ''verdict'', ''birth'', ''death'', ''injury'', ''illness'', ''treatment'', ''marriage'', ''education'', ''emotion'', ''thought'', ''acquisition'', ''trade'', ''payment'', ''price_change'', ''business_opening'', ''business_closure'', ''reorganisation'', ''production'', ''work'', ''natural_disaster'', ''accident'', ''damage'', ''rescue'', ''movement'', ''disappearance'', ''discovery'', ''research'', ''spaceflight'', ''technology'', ''competition'', ''victory'', ''performance'', ''occurrence'', ''change'', ''transfer'', ''use'', ''arrangement'', ''waiting'', ''appearance'', ''relation'', ''start_or_end'', ''daily_life'', ''other'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_happened_before_it_was_told', 'event_mention', 'critical', True, 10, 0, 'row', 'what is told as having happened does not begin after its article''s publication or update, by more than a day', 'look at the article''s publication day first: it may be the one that is wrong', 'SELECT m.mention_id AS row_key, m.article_id,
       ''"'' || m.trigger || ''" begins '' || m.start_earliest || '', the article is of ''
       || greatest(a.published, coalesce(a.updated, a.published)) AS detail
FROM event_mention m
JOIN article a USING (article_id)
WHERE m.modality = ''actual'' AND m.on_timeline
  AND m.start_earliest > greatest(a.published, coalesce(a.updated, a.published)) + 1', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_invents_no_day', 'event_mention', 'critical', True, 10, 0, 'row', 'a mention lies on the publication day only where an expression of its article or a named convention says so', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT m.mention_id AS row_key, m.article_id,
       ''"'' || m.trigger || ''" was put on the publication day '' || m.article_published || '' without a reason'' AS detail
FROM event_mention m
WHERE m.start_earliest = m.article_published AND m.end_latest = m.article_published
  AND coalesce(m.when_reason, '''') <> ''reporting-convention''
  AND NOT EXISTS (FROM mention_time t WHERE t.mention_id = m.mention_id AND t.role <> ''duration'')
  AND NOT EXISTS (FROM mention_bound b
                  WHERE b.mention_id = m.mention_id AND b.value = m.start_earliest
                    AND (b.time_expression_id IS NOT NULL OR b.other_mention_id IS NOT NULL))', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_kind_is_known', 'event_mention', 'critical', True, 10, 0, 'table', 'kind of event_mention is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, article_id AS article_id, ''kind is '' || kind AS detail
FROM event_mention
WHERE kind NOT IN (''point'', ''span'', ''state'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_left_out_says_why', 'event_mention', 'critical', True, 10, 0, 'row', 'a mention that is left out says why', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT mention_id AS row_key, article_id, ''"'' || trigger || ''" is left out without a reason'' AS detail
FROM event_mention
WHERE NOT on_timeline AND reason IS NULL', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_mention_id_is_unique', 'event_mention', 'critical', True, 10, 0, 'table', 'no two rows of event_mention share one mention_id', 'the store is damaged: run `dateline rebuild`', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, article_id AS article_id, ''stands more than once: '' || mention_id AS detail
FROM event_mention
QUALIFY count(*) OVER (PARTITION BY mention_id) > 1', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_modality_is_known', 'event_mention', 'critical', True, 10, 0, 'table', 'modality of event_mention is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, article_id AS article_id, ''modality is '' || modality AS detail
FROM event_mention
WHERE modality NOT IN (''actual'', ''negated'', ''planned'', ''possible'', ''hypothetical'', ''generic'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_on_timeline_is_actual', 'event_mention', 'critical', True, 10, 0, 'row', 'a mention that may stand on the timeline is told as having happened, and gives no reason against it', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT mention_id AS row_key, article_id, modality || '', '' || event_class || '', '' || coalesce(reason, ''no reason'') AS detail
FROM event_mention
WHERE on_timeline AND (modality <> ''actual'' OR event_class NOT IN (''event'', ''reporting'') OR reason IS NOT NULL)', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_precision_is_known', 'event_mention', 'critical', True, 10, 0, 'table', 'precision of event_mention is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, article_id AS article_id, ''precision is '' || precision AS detail
FROM event_mention
WHERE precision NOT IN (''day'', ''week'', ''month'', ''season'', ''quarter'', ''half'', ''year'', ''decade'', ''century'', ''interval'', ''before'', ''after'', ''unknown'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_sentence_is_its_span', 'event_mention', 'critical', True, 10, 0, 'row', 'the sentence of a mention is the article''s own words at its offsets', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT r.mention_id AS row_key, r.article_id AS article_id,
       ''has "'' || r.sentence || ''" where the article has "''
       || coalesce(substring(a.text, r.sentence_start + 1, r.sentence_end - r.sentence_start), '''') || ''"'' AS detail
FROM event_mention r
JOIN article a USING (article_id)
WHERE r.sentence_start < 0 OR r.sentence_end <= r.sentence_start OR r.sentence_end > length(a.text)
   OR substring(a.text, r.sentence_start + 1, r.sentence_end - r.sentence_start) <> r.sentence', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_speaker_kind_is_known', 'event_mention', 'critical', True, 10, 0, 'table', 'speaker_kind of event_mention is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, article_id AS article_id, ''speaker_kind is '' || speaker_kind AS detail
FROM event_mention
WHERE speaker_kind NOT IN (''named person'', ''organisation'', ''document'', ''unnamed'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_trigger_is_in_its_sentence', 'event_mention', 'critical', True, 10, 0, 'row', 'the trigger of a mention lies in its sentence', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT mention_id AS row_key, article_id,
       ''trigger at '' || trigger_start || ''-'' || trigger_end || '', sentence at '' || sentence_start || ''-'' || sentence_end AS detail
FROM event_mention
WHERE trigger_start < sentence_start OR trigger_end > sentence_end', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_mention_trigger_is_its_span', 'event_mention', 'critical', True, 10, 0, 'row', 'the trigger of a mention is the article''s own words at its offsets', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT r.mention_id AS row_key, r.article_id AS article_id,
       ''has "'' || r.trigger || ''" where the article has "''
       || coalesce(substring(a.text, r.trigger_start + 1, r.trigger_end - r.trigger_start), '''') || ''"'' AS detail
FROM event_mention r
JOIN article a USING (article_id)
WHERE r.trigger_start < 0 OR r.trigger_end <= r.trigger_start OR r.trigger_end > length(a.text)
   OR substring(a.text, r.trigger_start + 1, r.trigger_end - r.trigger_start) <> r.trigger', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_modality_is_known', 'event', 'critical', True, 6, 0, 'table', 'modality of event is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(event_id, ''(none)'') AS row_key, NULL AS article_id, ''modality is '' || modality AS detail
FROM event
WHERE modality NOT IN (''actual'', ''negated'', ''planned'', ''possible'', ''hypothetical'', ''generic'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_on_timeline_is_actual', 'event', 'critical', True, 6, 0, 'row', 'an event on the timeline has a mention that tells it as having happened', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT e.event_id AS row_key, NULL AS article_id, ''"'' || e.title || ''" is '' || e.modality AS detail
FROM event e
WHERE e.on_timeline
  AND (e.modality <> ''actual''
       OR NOT EXISTS (FROM event_mention m WHERE m.event_id = e.event_id AND m.on_timeline AND m.modality = ''actual''))', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_place_is_on_earth', 'event_place', 'critical', True, 1, 0, 'table', 'the coordinates of a place are degrees on the globe, both or none', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT p.mention_id AS row_key, m.article_id, p.name || '' at '' || coalesce(CAST(p.latitude AS VARCHAR), ''?'') || '', ''
       || coalesce(CAST(p.longitude AS VARCHAR), ''?'') AS detail
FROM event_place p
JOIN event_mention m USING (mention_id)
WHERE (p.latitude IS NULL) <> (p.longitude IS NULL) OR abs(p.latitude) > 90 OR abs(p.longitude) > 180', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_place_text_is_its_span', 'event_place', 'critical', True, 1, 0, 'table', 'the words of a place are the article''s own at its offsets', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT r.mention_id AS row_key, m.article_id AS article_id,
       ''has "'' || r.text || ''" where the article has "''
       || coalesce(substring(a.text, r.char_start + 1, r.char_end - r.char_start), '''') || ''"'' AS detail
FROM event_place r
JOIN event_mention m USING (mention_id)
JOIN article a ON a.article_id = m.article_id
WHERE r.char_start < 0 OR r.char_end <= r.char_start OR r.char_end > length(a.text)
   OR substring(a.text, r.char_start + 1, r.char_end - r.char_start) <> r.text', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_precision_is_known', 'event', 'critical', True, 6, 0, 'table', 'precision of event is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(event_id, ''(none)'') AS row_key, NULL AS article_id, ''precision is '' || precision AS detail
FROM event
WHERE precision NOT IN (''day'', ''week'', ''month'', ''season'', ''quarter'', ''half'', ''year'', ''decade'', ''century'', ''interval'', ''before'', ''after'', ''unknown'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_relation_joins_rows_that_are_there', 'event_relation', 'critical', True, 3, 0, 'table', 'a relation joins two events that are there and differ', 'the store is damaged: run `dateline rebuild`', 'SELECT r.event_id || '' '' || r.relation || '' '' || r.other_event_id AS row_key, NULL AS article_id,
       CASE WHEN r.event_id = r.other_event_id THEN ''with itself'' ELSE ''no such event'' END AS detail
FROM event_relation r
LEFT JOIN event e USING (event_id)
LEFT JOIN event o ON o.event_id = r.other_event_id
WHERE e.event_id IS NULL OR o.event_id IS NULL OR r.event_id = r.other_event_id', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_relation_relation_is_known', 'event_relation', 'critical', True, 3, 0, 'table', 'relation of event_relation is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(event_id, ''(none)'') AS row_key, NULL AS article_id, ''relation is '' || relation AS detail
FROM event_relation
WHERE relation NOT IN (''before'', ''after'', ''during'', ''since'', ''until'', ''simultaneous'', ''part_of'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_relations_are_consistent', 'event_relation', 'warning', True, 3, 0, 'table', 'the relations that are told between events fit what is known of their times', 'read both sentences: the sources disagree, or two events were taken for one', 'SELECT r.event_id || '' '' || r.relation || '' '' || r.other_event_id AS row_key, m.article_id,
       ''told as '' || r.relation || '', was left aside: "'' || m.sentence || ''" against "'' || coalesce(o.sentence, '''') || ''"'' AS detail
FROM event_relation r
JOIN event_mention m USING (mention_id)
LEFT JOIN event_mention o ON o.mention_id = r.other_mention_id
WHERE NOT r.used', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_title_is_in_its_mentions', 'event', 'critical', True, 6, 0, 'row', 'a title is made only of words from the event''s mentions', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'WITH sentences AS (
    SELECT event_id, lower(string_agg(sentence, '' '')) AS words FROM event_mention GROUP BY event_id
), words AS (
    SELECT event_id, title, unnest(regexp_extract_all(lower(title), ''[\p{L}\p{N}]+'')) AS word FROM event
)
SELECT w.event_id AS row_key, NULL AS article_id, ''"'' || any_value(w.title) || ''" has "'' || min(w.word) || ''"'' AS detail
FROM words w
JOIN sentences s USING (event_id)
WHERE NOT contains(s.words, w.word)
GROUP BY w.event_id', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_title_is_present', 'event', 'critical', True, 6, 0, 'table', 'every row of event has its title', 'the store is damaged: run `dateline rebuild`', 'SELECT coalesce(event_id, ''(none)'') AS row_key, NULL AS article_id, ''title is empty'' AS detail
FROM event
WHERE title IS NULL', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'event_type_is_mostly_known', 'event_mention', 'warning', True, 10, 0, 'table', 'no more mentions on the timeline are of type other than the settings allow', 'add the frequent words of type other to the lexicon of event types', 'SELECT ''event_mention'' AS row_key, NULL AS article_id,
       round(100 * avg(CAST(event_type = ''other'' AS INTEGER)), 1) || '' % of '' || count(*) || '' mentions are of type other'' AS detail
FROM event_mention
WHERE on_timeline
HAVING avg(CAST(event_type = ''other'' AS INTEGER)) > coalesce(getvariable(''other_types_at_most''), 0.25)', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'mention_bound_bound_is_known', 'mention_bound', 'critical', True, 30, 0, 'table', 'bound of mention_bound is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, NULL AS article_id, ''bound is '' || bound AS detail
FROM mention_bound
WHERE bound NOT IN (''start_earliest'', ''start_latest'', ''end_earliest'', ''end_latest'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'mention_bound_joins_rows_that_are_there', 'mention_bound', 'critical', True, 30, 0, 'table', 'the mention, expression and other mention of a mention''s bound are there, all of one article', 'the store is damaged: run `dateline rebuild`', 'SELECT b.mention_id || '' '' || b.bound AS row_key, m.article_id,
       CASE WHEN m.mention_id IS NULL THEN ''no such mention''
            WHEN b.time_expression_id IS NOT NULL AND t.time_expression_id IS NULL THEN ''no such expression''
            WHEN b.other_mention_id IS NOT NULL AND o.mention_id IS NULL THEN ''no such other mention''
            ELSE ''of two articles'' END AS detail
FROM mention_bound b
LEFT JOIN event_mention m ON m.mention_id = b.mention_id
LEFT JOIN time_expression t ON t.time_expression_id = b.time_expression_id
LEFT JOIN event_mention o ON o.mention_id = b.other_mention_id
WHERE m.mention_id IS NULL
   OR (b.time_expression_id IS NOT NULL AND t.time_expression_id IS NULL)
   OR (b.other_mention_id IS NOT NULL AND o.mention_id IS NULL)
   OR t.article_id <> m.article_id OR o.article_id <> m.article_id', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'mention_bound_kind_is_known', 'mention_bound', 'critical', True, 30, 0, 'table', 'kind of mention_bound is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, NULL AS article_id, ''kind is '' || kind AS detail
FROM mention_bound
WHERE kind NOT IN (''told'', ''publication'', ''corroborated'', ''relation'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'mention_time_joins_rows_that_are_there', 'mention_time', 'critical', True, 4, 0, 'table', 'a link between a mention and an expression joins two that are there, of one article', 'the store is damaged: run `dateline rebuild`', 'SELECT t.mention_id || '' '' || t.time_expression_id AS row_key, coalesce(m.article_id, x.article_id) AS article_id,
       CASE WHEN m.mention_id IS NULL THEN ''no such mention'' WHEN x.time_expression_id IS NULL THEN ''no such expression''
            ELSE ''of two articles'' END AS detail
FROM mention_time t
LEFT JOIN event_mention m USING (mention_id)
LEFT JOIN time_expression x USING (time_expression_id)
WHERE m.mention_id IS NULL OR x.time_expression_id IS NULL OR m.article_id <> x.article_id', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'mention_time_role_is_known', 'mention_time', 'critical', True, 4, 0, 'table', 'role of mention_time is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(mention_id, ''(none)'') AS row_key, NULL AS article_id, ''role is '' || role AS detail
FROM mention_time
WHERE role NOT IN (''begin'', ''end'', ''both'', ''duration'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'quantity_is_in_order', 'quantity', 'critical', True, 2, 0, 'table', 'the least that a figure can mean is not above the most', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT q.mention_id AS row_key, m.article_id, ''"'' || q.text || ''": '' || q.low || '' is above '' || q.high AS detail
FROM quantity q
JOIN event_mention m USING (mention_id)
WHERE q.low > q.high', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'quantity_text_is_its_span', 'quantity', 'critical', True, 2, 0, 'table', 'the words of a figure are the article''s own at its offsets', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT r.mention_id AS row_key, m.article_id AS article_id,
       ''has "'' || r.text || ''" where the article has "''
       || coalesce(substring(a.text, r.char_start + 1, r.char_end - r.char_start), '''') || ''"'' AS detail
FROM quantity r
JOIN event_mention m USING (mention_id)
JOIN article a ON a.article_id = m.article_id
WHERE r.char_start < 0 OR r.char_end <= r.char_start OR r.char_end > length(a.text)
   OR substring(a.text, r.char_start + 1, r.char_end - r.char_start) <> r.text', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'site_is_fresh', 'article', 'warning', False, 2, 2, 'table', 'a site''s newest article is not older than the days that the settings allow', 'see whether the source still delivers; the setting fresh_within_days says what is old', 'SELECT coalesce(site, ''(no site)'') AS row_key, arg_max(article_id, published) AS article_id,
       ''its newest article is of '' || max(published) AS detail
FROM article
GROUP BY site
HAVING max(published) < CAST(coalesce(getvariable(''run_started''), CAST(current_date AS VARCHAR)) AS DATE)
                        - CAST(coalesce(getvariable(''fresh_within_days''), 30) AS INTEGER)', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'site_share_of_dated_is_usual', 'event', 'warning', True, 6, 0, 'table', 'a site''s share of dated events is about that of the last runs', 'see what changed: a source''s pages, a rule, or what it writes about', 'WITH now AS (
    SELECT coalesce(m.site, '''') AS site, count(DISTINCT e.event_id) AS events,
           count(DISTINCT e.event_id) FILTER (WHERE e.dated) AS dated
    FROM event e JOIN event_mention m USING (event_id) WHERE e.on_timeline GROUP BY ALL
), past AS (
    SELECT coalesce(site, '''') AS site, sum(dated) / nullif(sum(events), 0) AS share, count(*) AS runs
    FROM site_history GROUP BY ALL
)
SELECT site AS row_key, NULL AS article_id,
       round(100.0 * n.dated / n.events, 1) || '' % dated, '' || round(100 * p.share, 1) || '' % in '' || p.runs || '' earlier runs'' AS detail
FROM now n
JOIN past p USING (site)
WHERE p.runs >= 3 AND n.events >= 20
  AND abs(n.dated / n.events - p.share) > coalesce(getvariable(''dated_share_differs_at_most''), 0.2)', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'site_volume_is_usual', 'article', 'warning', True, 2, 0, 'table', 'a site brings about as many articles as in the last runs', 'see whether the source still delivers what it used to', 'WITH now AS (
    SELECT coalesce(site, '''') AS site, count(*) AS articles FROM article GROUP BY ALL
), past AS (
    SELECT coalesce(site, '''') AS site, articles - lag(articles, 1, 0) OVER (PARTITION BY site ORDER BY started_at) AS added,
           row_number() OVER (PARTITION BY site ORDER BY started_at DESC) AS back, articles
    FROM site_history
), usual AS (
    SELECT site, avg(added) AS added, max(articles) FILTER (WHERE back = 1) AS before, count(*) AS runs
    FROM past WHERE back <= 10 GROUP BY site
)
SELECT site AS row_key, NULL AS article_id,
       (coalesce(n.articles, 0) - u.before) || '' new articles, '' || round(u.added, 1) || '' on average of the last ''
       || u.runs || '' runs'' AS detail
FROM usual u
LEFT JOIN now n USING (site)
WHERE u.runs >= 3 AND u.added >= 3
  AND coalesce(n.articles, 0) - u.before < u.added * coalesce(getvariable(''volume_at_least''), 0.2)', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'source_gives_something', 'article', 'warning', True, 2, 0, 'table', 'a source that is read gives something, or its server says that nothing is new, at least once in the runs that the settings allow', 'look at the address or the path, and at why it was refused; take a dead source out of the settings', 'SELECT source AS row_key, NULL AS article_id,
       ''nothing in the last '' || silent_runs || '' runs, '' || coalesce(''since '' || strftime(gave_at, ''%Y-%m-%d''), ''nor ever before'')
       || '': '' || coalesce(failure, ''it is empty'') AS detail
FROM source_state
WHERE run_id = (SELECT max(run_id) FROM source_state)
  AND silent_runs >= coalesce(getvariable(''silent_for_runs''), 3)
ORDER BY source', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_article_is_there', 'time_expression', 'critical', True, 4, 0, 'table', 'the article of an expression is there', 'the store is damaged: run `dateline rebuild`', 'SELECT t.time_expression_id AS row_key, t.article_id, ''no such article'' AS detail
FROM time_expression t
ANTI JOIN article a USING (article_id)', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_days_are_in_order', 'time_expression', 'critical', True, 4, 0, 'row', 'the first day that an expression can mean is not after the last', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT time_expression_id AS row_key, article_id, earliest || '' is after '' || latest AS detail
FROM time_expression
WHERE earliest > latest', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_edtf_is_well_formed', 'time_expression', 'critical', True, 4, 0, 'row', 'the EDTF string of a row of time_expression is well-formed (ISO 8601-2: dates, sets of dates, and intervals of them)', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT time_expression_id AS row_key, article_id, ''"'' || edtf || ''" is no EDTF string'' AS detail
FROM time_expression
WHERE NOT regexp_full_match(
        edtf,
        -- A constant, put together from its parts: a pattern out of a column would be compiled anew for every row.
        replace(replace(
            ''(part|(part|\.\.)?/(part|\.\.)?)'',
            ''part'', ''(day|[\[{]?(\.\.)?day((\.\.|,)(day)?)*[\]}]?)''),
            ''day'', ''[~?%]?-?[0-9X]{4}[~?%]?(-[0-9X]{2}[~?%]?(-[0-9X]{2})?)?[~?%]?(T[0-9:.]+(Z|[+-][0-9:]+)?)?''))
   OR edtf IN ('''', ''/'', ''../'', ''/..'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_guesses_nothing', 'time_expression', 'critical', True, 4, 0, 'row', 'without a publication date no expression is reckoned from one', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT t.time_expression_id AS row_key, t.article_id,
       ''"'' || t.text || ''" was reckoned from '' || t.anchor_date || '' ('' || coalesce(t.anchor_reason, '''') || '')'' AS detail
FROM time_expression t
JOIN article a USING (article_id)
WHERE a.published IS NULL AND t.anchor_date IS NOT NULL AND t.anchor_reason LIKE ''%publication%''', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_mod_is_known', 'time_expression', 'critical', True, 4, 0, 'table', 'mod of time_expression is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(time_expression_id, ''(none)'') AS row_key, article_id AS article_id, ''mod is '' || mod AS detail
FROM time_expression
WHERE mod NOT IN (''BEFORE'', ''AFTER'', ''ON_OR_BEFORE'', ''ON_OR_AFTER'', ''LESS_THAN'', ''MORE_THAN'', ''EQUAL_OR_LESS'', ''EQUAL_OR_MORE'', ''START'', ''MID'', ''END'', ''APPROX'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_precision_is_known', 'time_expression', 'critical', True, 4, 0, 'table', 'precision of time_expression is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(time_expression_id, ''(none)'') AS row_key, article_id AS article_id, ''precision is '' || precision AS detail
FROM time_expression
WHERE precision NOT IN (''day'', ''week'', ''month'', ''season'', ''quarter'', ''half'', ''year'', ''decade'', ''century'', ''interval'', ''before'', ''after'', ''unknown'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_rule_id_is_present', 'time_expression', 'critical', True, 4, 0, 'table', 'every row of time_expression has its rule_id', 'the store is damaged: run `dateline rebuild`', 'SELECT coalesce(time_expression_id, ''(none)'') AS row_key, article_id AS article_id, ''rule_id is empty'' AS detail
FROM time_expression
WHERE rule_id IS NULL', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_text_is_its_span', 'time_expression', 'critical', True, 4, 0, 'row', 'the words of an expression are the article''s own at its offsets', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT r.time_expression_id AS row_key, r.article_id AS article_id,
       ''has "'' || r.text || ''" where the article has "''
       || coalesce(substring(a.text, r.char_start + 1, r.char_end - r.char_start), '''') || ''"'' AS detail
FROM time_expression r
JOIN article a USING (article_id)
WHERE r.char_start < 0 OR r.char_end <= r.char_start OR r.char_end > length(a.text)
   OR substring(a.text, r.char_start + 1, r.char_end - r.char_start) <> r.text', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_time_expression_id_is_unique', 'time_expression', 'critical', True, 4, 0, 'table', 'no two rows of time_expression share one time_expression_id', 'the store is damaged: run `dateline rebuild`', 'SELECT coalesce(time_expression_id, ''(none)'') AS row_key, article_id AS article_id, ''stands more than once: '' || time_expression_id AS detail
FROM time_expression
QUALIFY count(*) OVER (PARTITION BY time_expression_id) > 1', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_timex_type_is_known', 'time_expression', 'critical', True, 4, 0, 'table', 'timex_type of time_expression is a word of its closed vocabulary', 'a rule writes a word that the schema does not know: correct the rule', 'SELECT coalesce(time_expression_id, ''(none)'') AS row_key, article_id AS article_id, ''timex_type is '' || timex_type AS detail
FROM time_expression
WHERE timex_type NOT IN (''DATE'', ''TIME'', ''DURATION'', ''SET'')', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expression_value_is_timex3', 'time_expression', 'critical', True, 4, 0, 'row', 'the value of an expression is a well-formed TIMEX3 value', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT time_expression_id AS row_key, article_id, timex_type || '' "'' || value || ''" is no TIMEX3 value'' AS detail
FROM time_expression
WHERE NOT CASE
    WHEN timex_type IN (''DURATION'', ''SET'') AND value LIKE ''P%'' THEN regexp_full_match(
        value, ''P([0-9X]+(\.[0-9]+)?(Y|M|W|D|Q|S|E|C|L|WE|DE|CE|SP|SU|FA|WI|H))*(T?([0-9X]+(\.[0-9]+)?(H|M|S|MO|MI|AF|EV|NI|DT))+)?'')
    ELSE regexp_full_match(
        value, ''(PRESENT_REF|PAST_REF|FUTURE_REF|(BC)?[0-9X]{2,4}''
            || ''(-(Q[1-4X]|H[12X]|SP|SU|FA|WI|W[0-9X]{2}(-(WE|[1-7X]))?|[0-9X]{2}(-([0-9X]{2}|WE))?))?''
            || ''(T([0-9X]{2}(:[0-9X]{2}(:[0-9X]{2}(\.[0-9]+)?)?)?|MO|MI|AF|EV|NI|DT|PM|AM)(Z|[+-][0-9]{2}:?([0-9]{2})?)?)?''
            || ''|T([0-9X]{2}(:[0-9X]{2}(:[0-9X]{2})?)?|MO|MI|AF|EV|NI|DT)(Z|[+-][0-9]{2}:?([0-9]{2})?)?''
            || ''|FY[0-9X]{4}(-(Q[1-4X]|H[12X]))?)'')
END', NULL);
INSERT INTO main.check_result VALUES ('20261130T173435318', 'time_expressions_do_not_overlap', 'time_expression', 'critical', True, 4, 0, 'row', 'no two expressions of an article overlap', 'a rule or reader is wrong: report it with the article; what failed is kept back until then', 'SELECT time_expression_id AS row_key, article_id, ''"'' || text || ''" begins before the one in front of it ends'' AS detail
FROM time_expression
QUALIFY char_start < lag(char_end) OVER (PARTITION BY article_id ORDER BY char_start, char_end)', NULL);
CREATE TABLE "event"(event_id VARCHAR NOT NULL, title VARCHAR NOT NULL, event_type VARCHAR NOT NULL, event_class VARCHAR NOT NULL, kind VARCHAR, edtf VARCHAR, "precision" VARCHAR NOT NULL, start_earliest DATE, start_latest DATE, end_earliest DATE, end_latest DATE, dated BOOLEAN NOT NULL, approximate BOOLEAN NOT NULL, ongoing BOOLEAN NOT NULL, local_time VARCHAR, "zone" VARCHAR, sort_date DATE, modality VARCHAR NOT NULL, contested BOOLEAN NOT NULL, on_timeline BOOLEAN NOT NULL, reason VARCHAR, actors VARCHAR[] NOT NULL, place VARCHAR, country VARCHAR, latitude DOUBLE, longitude DOUBLE, geoname_id BIGINT, speakers VARCHAR[] NOT NULL, sites VARCHAR[] NOT NULL, mentions INTEGER NOT NULL, articles INTEGER NOT NULL, independent_articles INTEGER NOT NULL, first_reported DATE);
INSERT INTO main.event VALUES ('eax5lbe7nzjr5nyqw', 'harbour reopened', 'business_opening', 'event', 'point', '2024-03-13', 'day', '2024-03-13', '2024-03-13', '2024-03-13', '2024-03-13', True, False, False, NULL, NULL, '2024-03-13', 'actual', False, True, NULL, [], NULL, NULL, NULL, NULL, NULL, [], ['South Mail'], 1, 1, 1, '2024-03-13');
INSERT INTO main.event VALUES ('eb4a4klg5lzfj6qny', 'mayor will visit site', 'movement', 'event', 'point', '2024-03-12', 'day', '2024-03-12', '2024-03-12', '2024-03-12', '2024-03-12', True, False, False, NULL, NULL, '2024-03-12', 'planned', False, False, 'planned', ['Ada Brink'], NULL, NULL, NULL, NULL, NULL, [], ['North Post'], 1, 1, 1, '2024-03-11');
INSERT INTO main.event VALUES ('ebdlajdgowsp3kxpp', 'fire service said', 'statement', 'reporting', 'point', '[..2024-03-11]', 'before', NULL, '2024-03-11', NULL, '2024-03-11', False, False, False, NULL, NULL, '2024-03-11', 'actual', False, True, NULL, [], NULL, NULL, NULL, NULL, NULL, [], ['North Post'], 1, 1, 1, '2024-03-11');
INSERT INTO main.event VALUES ('ebh2anzv4ei2gazfw', 'fire', 'accident', 'event', 'point', '2024-03-09', 'day', '2024-03-09', '2024-03-09', '2024-03-09', '2024-03-09', True, False, False, NULL, NULL, '2024-03-09', 'actual', False, True, NULL, [], NULL, NULL, NULL, NULL, NULL, [], ['North Post', 'South Mail'], 3, 2, 2, '2024-03-11');
INSERT INTO main.event VALUES ('ecpporgi7dwwjsznl', 'Two workers were injured', 'injury', 'event', 'point', '[..2024-03-11]', 'before', NULL, '2024-03-11', NULL, '2024-03-11', False, False, False, NULL, NULL, '2024-03-11', 'actual', False, True, NULL, [], NULL, NULL, NULL, NULL, NULL, ['the fire service'], ['North Post', 'South Mail'], 2, 2, 2, '2024-03-11');
INSERT INTO main.event VALUES ('ewmo3spifl2twchbz', 'fire destroyed storage shed', 'damage', 'event', 'point', '2024-03-09', 'day', '2024-03-09', '2024-03-09', '2024-03-09', '2024-03-09', True, False, False, NULL, NULL, '2024-03-09', 'actual', False, True, NULL, [], 'Lunden', NULL, NULL, NULL, NULL, [], ['North Post', 'South Mail'], 2, 2, 2, '2024-03-11');
CREATE TABLE event_actor(event_id VARCHAR NOT NULL, mention_id VARCHAR NOT NULL, "role" VARCHAR NOT NULL, "name" VARCHAR NOT NULL, local_name VARCHAR NOT NULL, "text" VARCHAR NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL);
INSERT INTO main.event_actor VALUES ('eax5lbe7nzjr5nyqw', 'mpfuylkcqxfup7ktr', 'agent', 'harbour', 'harbour', 'harbour', 4, 11);
INSERT INTO main.event_actor VALUES ('eb4a4klg5lzfj6qny', 'mniqqpx3gpuuj35x7', 'agent', 'Ada Brink', 'Ada Brink', 'mayor', 123, 128);
INSERT INTO main.event_actor VALUES ('eb4a4klg5lzfj6qny', 'mniqqpx3gpuuj35x7', 'patient', 'site', 'site', 'site', 156, 160);
INSERT INTO main.event_actor VALUES ('ebdlajdgowsp3kxpp', 'mjfj4vz5cq6i3vp3j', 'speaker', 'fire service', 'fire service', 'fire service', 100, 112);
INSERT INTO main.event_actor VALUES ('ecpporgi7dwwjsznl', 'mmwat4u2o44zpkegm', 'patient', 'Two workers', 'Two workers', 'Two workers', 70, 81);
INSERT INTO main.event_actor VALUES ('ecpporgi7dwwjsznl', 'mylqawfwmfav3vzsb', 'patient', 'two workers', 'two workers', 'two workers', 91, 102);
INSERT INTO main.event_actor VALUES ('ewmo3spifl2twchbz', 'mkxz3touvpm65n26o', 'agent', 'fire', 'fire', 'fire', 47, 51);
INSERT INTO main.event_actor VALUES ('ewmo3spifl2twchbz', 'mkxz3touvpm65n26o', 'patient', 'shed', 'shed', 'shed', 64, 68);
INSERT INTO main.event_actor VALUES ('ewmo3spifl2twchbz', 'msqzgmzalvy7tq3wk', 'agent', 'fire', 'fire', 'fire', 2, 6);
INSERT INTO main.event_actor VALUES ('ewmo3spifl2twchbz', 'msqzgmzalvy7tq3wk', 'patient', 'storage shed', 'storage shed', 'storage shed', 19, 31);
CREATE TABLE event_alias(old_event_id VARCHAR NOT NULL, event_id VARCHAR NOT NULL, "version" INTEGER NOT NULL);
CREATE TABLE event_bound(event_id VARCHAR NOT NULL, bound VARCHAR NOT NULL, "value" DATE NOT NULL, kind VARCHAR NOT NULL, mention_id VARCHAR, time_expression_id VARCHAR, other_event_id VARCHAR, rule_id VARCHAR, used BOOLEAN NOT NULL);
INSERT INTO main.event_bound VALUES ('eax5lbe7nzjr5nyqw', 'end_earliest', '2024-03-13', 'told', 'mpfuylkcqxfup7ktr', 'th5347frrqsvce6cj', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('eax5lbe7nzjr5nyqw', 'end_latest', '2024-03-13', 'told', 'mpfuylkcqxfup7ktr', 'th5347frrqsvce6cj', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('eax5lbe7nzjr5nyqw', 'start_earliest', '2024-03-13', 'told', 'mpfuylkcqxfup7ktr', 'th5347frrqsvce6cj', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('eax5lbe7nzjr5nyqw', 'start_latest', '2024-03-13', 'told', 'mpfuylkcqxfup7ktr', 'th5347frrqsvce6cj', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('eb4a4klg5lzfj6qny', 'end_earliest', '2024-03-12', 'told', 'mniqqpx3gpuuj35x7', 'tkcny5y47agnszjy3', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('eb4a4klg5lzfj6qny', 'end_latest', '2024-03-12', 'told', 'mniqqpx3gpuuj35x7', 'tkcny5y47agnszjy3', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('eb4a4klg5lzfj6qny', 'start_earliest', '2024-03-12', 'told', 'mniqqpx3gpuuj35x7', 'tkcny5y47agnszjy3', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('eb4a4klg5lzfj6qny', 'start_latest', '2024-03-12', 'told', 'mniqqpx3gpuuj35x7', 'tkcny5y47agnszjy3', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('ebdlajdgowsp3kxpp', 'end_latest', '2024-03-11', 'publication', 'mjfj4vz5cq6i3vp3j', NULL, NULL, 'told-in-past', True);
INSERT INTO main.event_bound VALUES ('ebdlajdgowsp3kxpp', 'start_latest', '2024-03-11', 'publication', 'mjfj4vz5cq6i3vp3j', NULL, NULL, 'told-in-past', True);
INSERT INTO main.event_bound VALUES ('ebh2anzv4ei2gazfw', 'end_earliest', '2024-03-09', 'relation', 'mkzagt74cfcsspgxo', 'te6jzddeefbin7xq5', NULL, 'effect-of-event', True);
INSERT INTO main.event_bound VALUES ('ebh2anzv4ei2gazfw', 'end_latest', '2024-03-09', 'relation', 'mkzagt74cfcsspgxo', 'te6jzddeefbin7xq5', NULL, 'effect-of-event', True);
INSERT INTO main.event_bound VALUES ('ebh2anzv4ei2gazfw', 'start_earliest', '2024-03-09', 'relation', 'mkzagt74cfcsspgxo', 'te6jzddeefbin7xq5', NULL, 'effect-of-event', True);
INSERT INTO main.event_bound VALUES ('ebh2anzv4ei2gazfw', 'start_latest', '2024-03-09', 'relation', 'mkzagt74cfcsspgxo', 'te6jzddeefbin7xq5', NULL, 'effect-of-event', True);
INSERT INTO main.event_bound VALUES ('ecpporgi7dwwjsznl', 'end_latest', '2024-03-11', 'publication', 'mmwat4u2o44zpkegm', NULL, NULL, 'told-in-past', True);
INSERT INTO main.event_bound VALUES ('ecpporgi7dwwjsznl', 'start_latest', '2024-03-11', 'publication', 'mmwat4u2o44zpkegm', NULL, NULL, 'told-in-past', True);
INSERT INTO main.event_bound VALUES ('ewmo3spifl2twchbz', 'end_earliest', '2024-03-09', 'told', 'mkxz3touvpm65n26o', 'te6jzddeefbin7xq5', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('ewmo3spifl2twchbz', 'end_latest', '2024-03-09', 'told', 'mkxz3touvpm65n26o', 'te6jzddeefbin7xq5', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('ewmo3spifl2twchbz', 'start_earliest', '2024-03-09', 'told', 'mkxz3touvpm65n26o', 'te6jzddeefbin7xq5', NULL, 'date-on', True);
INSERT INTO main.event_bound VALUES ('ewmo3spifl2twchbz', 'start_latest', '2024-03-09', 'told', 'mkxz3touvpm65n26o', 'te6jzddeefbin7xq5', NULL, 'date-on', True);
CREATE TABLE event_conflict(event_id VARCHAR NOT NULL, other_event_id VARCHAR, mention_ids VARCHAR[] NOT NULL, detail VARCHAR NOT NULL);
CREATE TABLE event_join(event_id VARCHAR NOT NULL, mention_id VARCHAR NOT NULL, other_mention_id VARCHAR NOT NULL, weight DOUBLE NOT NULL, reasons VARCHAR[] NOT NULL);
INSERT INTO main.event_join VALUES ('ebh2anzv4ei2gazfw', 'moti7b54rjd2lyn3w', 'mhwfovflyhk4zyuzn', 1.37, ['to begin with -1.90', 'same word ''fire'' -0.13', 'same form +0.50', 'same article +3.50', 'one not told as having happened -0.60']);
INSERT INTO main.event_join VALUES ('ebh2anzv4ei2gazfw', 'moti7b54rjd2lyn3w', 'mkzagt74cfcsspgxo', 4.81, ['to begin with -1.90', 'same word ''fire'' -0.13', 'same form +0.50', 'articles alike +1.56', 'names alike +2.69', 'sentences alike +0.10', 'same day ''2024-03-09'' +2.00']);
INSERT INTO main.event_join VALUES ('ecpporgi7dwwjsznl', 'mmwat4u2o44zpkegm', 'mylqawfwmfav3vzsb', 6.89, ['to begin with -1.90', 'same word ''injure'' +0.77', 'same form +0.50', 'articles alike +1.56', 'names alike +2.69', 'sentences alike +0.13', 'same patient word ''workers'' +0.75', 'same word beside it ''worker'' +0.40', 'same figure +2.00']);
INSERT INTO main.event_join VALUES ('ewmo3spifl2twchbz', 'msqzgmzalvy7tq3wk', 'mkxz3touvpm65n26o', 6.31, ['to begin with -1.90', 'same word ''destroy'' +0.23', 'same form +0.50', 'articles alike +1.56', 'names alike +2.69', 'sentences alike +0.10', 'same patient word ''shed'' +0.75', 'same word beside it ''fire'' +0.40', 'same day ''2024-03-09'' +2.00']);
CREATE TABLE event_mention(mention_id VARCHAR NOT NULL, event_id VARCHAR, article_id VARCHAR NOT NULL, site VARCHAR, article_published DATE, sentence VARCHAR NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, "trigger" VARCHAR NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, lemma VARCHAR NOT NULL, event_class VARCHAR NOT NULL, event_type VARCHAR NOT NULL, rule_id VARCHAR, serves_mention_id VARCHAR, kind VARCHAR, edtf VARCHAR, "precision" VARCHAR NOT NULL, start_earliest DATE, start_latest DATE, end_earliest DATE, end_latest DATE, dated BOOLEAN NOT NULL, approximate BOOLEAN NOT NULL, ongoing BOOLEAN NOT NULL, local_time VARCHAR, "zone" VARCHAR, when_reason VARCHAR, modality VARCHAR NOT NULL, modality_rule VARCHAR, modality_cue VARCHAR, speaker VARCHAR, speaker_kind VARCHAR, cue VARCHAR, "content" VARCHAR, on_timeline BOOLEAN NOT NULL, reason VARCHAR);
INSERT INTO main.event_mention VALUES ('mhwfovflyhk4zyuzn', 'ebh2anzv4ei2gazfw', 'harbour-fire', 'North Post', '2024-03-11', 'Two workers were injured, the fire service said.', 70, 118, 'fire', 100, 104, 'fire', 'event', 'accident', 'event.accident', NULL, 'point', 'XXXX-XX-XX', 'unknown', NULL, NULL, NULL, NULL, False, False, False, NULL, NULL, 'told-as-possible', 'possible', 'named in passing', NULL, NULL, NULL, NULL, NULL, False, 'possible');
INSERT INTO main.event_mention VALUES ('mjfj4vz5cq6i3vp3j', 'ebdlajdgowsp3kxpp', 'harbour-fire', 'North Post', '2024-03-11', 'Two workers were injured, the fire service said.', 70, 118, 'said', 113, 117, 'say', 'reporting', 'statement', 'event.statement', NULL, 'point', '[..2024-03-11]', 'before', NULL, '2024-03-11', NULL, '2024-03-11', False, False, False, NULL, NULL, 'told-in-past', 'actual', 'told as fact', NULL, NULL, NULL, NULL, NULL, True, NULL);
INSERT INTO main.event_mention VALUES ('mkxz3touvpm65n26o', 'ewmo3spifl2twchbz', 'harbour-fire-2', 'South Mail', '2024-03-13', 'A fire destroyed a shed there on 9 March, and two workers were injured.', 45, 116, 'destroyed', 52, 61, 'destroy', 'event', 'damage', 'event.damage', NULL, 'point', '2024-03-09', 'day', '2024-03-09', '2024-03-09', '2024-03-09', '2024-03-09', True, False, False, NULL, NULL, 'date-on', 'actual', 'told as fact', NULL, NULL, NULL, NULL, NULL, True, NULL);
INSERT INTO main.event_mention VALUES ('mkzagt74cfcsspgxo', 'ebh2anzv4ei2gazfw', 'harbour-fire-2', 'South Mail', '2024-03-13', 'A fire destroyed a shed there on 9 March, and two workers were injured.', 45, 116, 'fire', 47, 51, 'fire', 'event', 'accident', 'event.accident', NULL, 'point', '2024-03-09', 'day', '2024-03-09', '2024-03-09', '2024-03-09', '2024-03-09', True, False, False, NULL, NULL, 'effect-of-event', 'actual', 'told as fact', NULL, NULL, NULL, NULL, NULL, True, NULL);
INSERT INTO main.event_mention VALUES ('mmwat4u2o44zpkegm', 'ecpporgi7dwwjsznl', 'harbour-fire', 'North Post', '2024-03-11', 'Two workers were injured, the fire service said.', 70, 118, 'injured', 87, 94, 'injure', 'event', 'injury', 'event.injury', NULL, 'point', '[..2024-03-11]', 'before', NULL, '2024-03-11', NULL, '2024-03-11', False, False, False, NULL, NULL, 'told-in-past', 'actual', 'told as fact', NULL, 'the fire service', 'organisation', 'said', 'Two workers were injured', True, NULL);
INSERT INTO main.event_mention VALUES ('mniqqpx3gpuuj35x7', 'eb4a4klg5lzfj6qny', 'harbour-fire', 'North Post', '2024-03-11', 'The mayor, Ada Brink, will visit the site on Tuesday.', 119, 172, 'visit', 146, 151, 'visit', 'event', 'movement', 'event.movement', NULL, 'point', '2024-03-12', 'day', '2024-03-12', '2024-03-12', '2024-03-12', '2024-03-12', True, False, False, NULL, NULL, 'date-on', 'planned', 'future', 'will', NULL, NULL, NULL, NULL, False, 'planned');
INSERT INTO main.event_mention VALUES ('moti7b54rjd2lyn3w', 'ebh2anzv4ei2gazfw', 'harbour-fire', 'North Post', '2024-03-11', 'A fire destroyed a storage shed in the harbour of Lunden on Saturday.', 0, 69, 'fire', 2, 6, 'fire', 'event', 'accident', 'event.accident', NULL, 'point', '2024-03-09', 'day', '2024-03-09', '2024-03-09', '2024-03-09', '2024-03-09', True, False, False, NULL, NULL, 'effect-of-event', 'actual', 'told as fact', NULL, NULL, NULL, NULL, NULL, True, NULL);
INSERT INTO main.event_mention VALUES ('mpfuylkcqxfup7ktr', 'eax5lbe7nzjr5nyqw', 'harbour-fire-2', 'South Mail', '2024-03-13', 'The harbour of Lunden reopened on Wednesday.', 0, 44, 'reopened', 22, 30, 'reopen', 'event', 'business_opening', 'event.business_opening', NULL, 'point', '2024-03-13', 'day', '2024-03-13', '2024-03-13', '2024-03-13', '2024-03-13', True, False, False, NULL, NULL, 'date-on', 'actual', 'told as fact', NULL, NULL, NULL, NULL, NULL, True, NULL);
INSERT INTO main.event_mention VALUES ('msqzgmzalvy7tq3wk', 'ewmo3spifl2twchbz', 'harbour-fire', 'North Post', '2024-03-11', 'A fire destroyed a storage shed in the harbour of Lunden on Saturday.', 0, 69, 'destroyed', 7, 16, 'destroy', 'event', 'damage', 'event.damage', NULL, 'point', '2024-03-09', 'day', '2024-03-09', '2024-03-09', '2024-03-09', '2024-03-09', True, False, False, NULL, NULL, 'date-on', 'actual', 'told as fact', NULL, NULL, NULL, NULL, NULL, True, NULL);
INSERT INTO main.event_mention VALUES ('mylqawfwmfav3vzsb', 'ecpporgi7dwwjsznl', 'harbour-fire-2', 'South Mail', '2024-03-13', 'A fire destroyed a shed there on 9 March, and two workers were injured.', 45, 116, 'injured', 108, 115, 'injure', 'event', 'injury', 'event.injury', NULL, 'point', '[..2024-03-13]', 'before', NULL, '2024-03-13', NULL, '2024-03-13', False, False, False, NULL, NULL, 'told-in-past', 'actual', 'told as fact', NULL, NULL, NULL, NULL, NULL, True, NULL);
CREATE TABLE event_place(event_id VARCHAR NOT NULL, mention_id VARCHAR NOT NULL, "name" VARCHAR NOT NULL, "text" VARCHAR NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL, country VARCHAR, latitude DOUBLE, longitude DOUBLE, geoname_id BIGINT, candidates INTEGER NOT NULL);
INSERT INTO main.event_place VALUES ('ewmo3spifl2twchbz', 'msqzgmzalvy7tq3wk', 'Lunden', 'Lunden', 50, 56, NULL, NULL, NULL, NULL, 0);
CREATE TABLE event_relation(event_id VARCHAR NOT NULL, relation VARCHAR NOT NULL, other_event_id VARCHAR NOT NULL, mention_id VARCHAR NOT NULL, other_mention_id VARCHAR, rule_id VARCHAR, used BOOLEAN NOT NULL);
INSERT INTO main.event_relation VALUES ('ecpporgi7dwwjsznl', 'before', 'ebdlajdgowsp3kxpp', 'mmwat4u2o44zpkegm', 'mjfj4vz5cq6i3vp3j', 'said-afterwards', True);
INSERT INTO main.event_relation VALUES ('ewmo3spifl2twchbz', 'simultaneous', 'ebh2anzv4ei2gazfw', 'mkxz3touvpm65n26o', 'mkzagt74cfcsspgxo', 'effect-of-event', True);
INSERT INTO main.event_relation VALUES ('ewmo3spifl2twchbz', 'simultaneous', 'ebh2anzv4ei2gazfw', 'msqzgmzalvy7tq3wk', 'moti7b54rjd2lyn3w', 'effect-of-event', True);
CREATE TABLE mention_bound(mention_id VARCHAR NOT NULL, bound VARCHAR NOT NULL, "value" DATE NOT NULL, kind VARCHAR NOT NULL, rule_id VARCHAR NOT NULL, time_expression_id VARCHAR, other_mention_id VARCHAR);
INSERT INTO main.mention_bound VALUES ('mjfj4vz5cq6i3vp3j', 'end_latest', '2024-03-11', 'publication', 'told-in-past', NULL, NULL);
INSERT INTO main.mention_bound VALUES ('mjfj4vz5cq6i3vp3j', 'start_latest', '2024-03-11', 'publication', 'told-in-past', NULL, NULL);
INSERT INTO main.mention_bound VALUES ('mkxz3touvpm65n26o', 'end_earliest', '2024-03-09', 'told', 'date-on', 'te6jzddeefbin7xq5', NULL);
INSERT INTO main.mention_bound VALUES ('mkxz3touvpm65n26o', 'end_latest', '2024-03-09', 'told', 'date-on', 'te6jzddeefbin7xq5', NULL);
INSERT INTO main.mention_bound VALUES ('mkxz3touvpm65n26o', 'start_earliest', '2024-03-09', 'told', 'date-on', 'te6jzddeefbin7xq5', NULL);
INSERT INTO main.mention_bound VALUES ('mkxz3touvpm65n26o', 'start_latest', '2024-03-09', 'told', 'date-on', 'te6jzddeefbin7xq5', NULL);
INSERT INTO main.mention_bound VALUES ('mkzagt74cfcsspgxo', 'end_earliest', '2024-03-09', 'relation', 'effect-of-event', 'te6jzddeefbin7xq5', 'mkxz3touvpm65n26o');
INSERT INTO main.mention_bound VALUES ('mkzagt74cfcsspgxo', 'end_latest', '2024-03-09', 'relation', 'effect-of-event', 'te6jzddeefbin7xq5', 'mkxz3touvpm65n26o');
INSERT INTO main.mention_bound VALUES ('mkzagt74cfcsspgxo', 'start_earliest', '2024-03-09', 'relation', 'effect-of-event', 'te6jzddeefbin7xq5', 'mkxz3touvpm65n26o');
INSERT INTO main.mention_bound VALUES ('mkzagt74cfcsspgxo', 'start_latest', '2024-03-09', 'relation', 'effect-of-event', 'te6jzddeefbin7xq5', 'mkxz3touvpm65n26o');
INSERT INTO main.mention_bound VALUES ('mmwat4u2o44zpkegm', 'end_latest', '2024-03-11', 'publication', 'told-in-past', NULL, NULL);
INSERT INTO main.mention_bound VALUES ('mmwat4u2o44zpkegm', 'start_latest', '2024-03-11', 'publication', 'told-in-past', NULL, NULL);
INSERT INTO main.mention_bound VALUES ('mniqqpx3gpuuj35x7', 'end_earliest', '2024-03-12', 'told', 'date-on', 'tkcny5y47agnszjy3', NULL);
INSERT INTO main.mention_bound VALUES ('mniqqpx3gpuuj35x7', 'end_latest', '2024-03-12', 'told', 'date-on', 'tkcny5y47agnszjy3', NULL);
INSERT INTO main.mention_bound VALUES ('mniqqpx3gpuuj35x7', 'start_earliest', '2024-03-12', 'told', 'date-on', 'tkcny5y47agnszjy3', NULL);
INSERT INTO main.mention_bound VALUES ('mniqqpx3gpuuj35x7', 'start_latest', '2024-03-12', 'told', 'date-on', 'tkcny5y47agnszjy3', NULL);
INSERT INTO main.mention_bound VALUES ('moti7b54rjd2lyn3w', 'end_earliest', '2024-03-09', 'relation', 'effect-of-event', 'tceh5zyrl5gfxk6wt', 'msqzgmzalvy7tq3wk');
INSERT INTO main.mention_bound VALUES ('moti7b54rjd2lyn3w', 'end_latest', '2024-03-09', 'relation', 'effect-of-event', 'tceh5zyrl5gfxk6wt', 'msqzgmzalvy7tq3wk');
INSERT INTO main.mention_bound VALUES ('moti7b54rjd2lyn3w', 'start_earliest', '2024-03-09', 'relation', 'effect-of-event', 'tceh5zyrl5gfxk6wt', 'msqzgmzalvy7tq3wk');
INSERT INTO main.mention_bound VALUES ('moti7b54rjd2lyn3w', 'start_latest', '2024-03-09', 'relation', 'effect-of-event', 'tceh5zyrl5gfxk6wt', 'msqzgmzalvy7tq3wk');
INSERT INTO main.mention_bound VALUES ('mpfuylkcqxfup7ktr', 'end_earliest', '2024-03-13', 'told', 'date-on', 'th5347frrqsvce6cj', NULL);
INSERT INTO main.mention_bound VALUES ('mpfuylkcqxfup7ktr', 'end_latest', '2024-03-13', 'told', 'date-on', 'th5347frrqsvce6cj', NULL);
INSERT INTO main.mention_bound VALUES ('mpfuylkcqxfup7ktr', 'start_earliest', '2024-03-13', 'told', 'date-on', 'th5347frrqsvce6cj', NULL);
INSERT INTO main.mention_bound VALUES ('mpfuylkcqxfup7ktr', 'start_latest', '2024-03-13', 'told', 'date-on', 'th5347frrqsvce6cj', NULL);
INSERT INTO main.mention_bound VALUES ('msqzgmzalvy7tq3wk', 'end_earliest', '2024-03-09', 'told', 'date-on', 'tceh5zyrl5gfxk6wt', NULL);
INSERT INTO main.mention_bound VALUES ('msqzgmzalvy7tq3wk', 'end_latest', '2024-03-09', 'told', 'date-on', 'tceh5zyrl5gfxk6wt', NULL);
INSERT INTO main.mention_bound VALUES ('msqzgmzalvy7tq3wk', 'start_earliest', '2024-03-09', 'told', 'date-on', 'tceh5zyrl5gfxk6wt', NULL);
INSERT INTO main.mention_bound VALUES ('msqzgmzalvy7tq3wk', 'start_latest', '2024-03-09', 'told', 'date-on', 'tceh5zyrl5gfxk6wt', NULL);
INSERT INTO main.mention_bound VALUES ('mylqawfwmfav3vzsb', 'end_latest', '2024-03-13', 'publication', 'told-in-past', NULL, NULL);
INSERT INTO main.mention_bound VALUES ('mylqawfwmfav3vzsb', 'start_latest', '2024-03-13', 'publication', 'told-in-past', NULL, NULL);
CREATE TABLE mention_time(mention_id VARCHAR NOT NULL, time_expression_id VARCHAR NOT NULL, "role" VARCHAR NOT NULL, reason VARCHAR);
INSERT INTO main.mention_time VALUES ('mkxz3touvpm65n26o', 'te6jzddeefbin7xq5', 'both', 'date-on-its-event');
INSERT INTO main.mention_time VALUES ('mniqqpx3gpuuj35x7', 'tkcny5y47agnszjy3', 'both', 'date-on-its-event');
INSERT INTO main.mention_time VALUES ('mpfuylkcqxfup7ktr', 'th5347frrqsvce6cj', 'both', 'date-on-its-event');
INSERT INTO main.mention_time VALUES ('msqzgmzalvy7tq3wk', 'tceh5zyrl5gfxk6wt', 'both', 'date-on-its-event');
CREATE TABLE "publication"("version" INTEGER NOT NULL, published_at TIMESTAMP NOT NULL, run_id VARCHAR, digest VARCHAR NOT NULL, rules_version VARCHAR, rules MAP(VARCHAR, VARCHAR), events BIGINT NOT NULL, on_timeline BIGINT NOT NULL, dated BIGINT NOT NULL, mentions BIGINT NOT NULL, articles BIGINT NOT NULL);
INSERT INTO main.publication VALUES (1, '2026-11-30 17:36:05.189418', '20261130T173435318', '9b2bea7af955706a2f4451c7adfc5e5bc1f38421bde44fe3225d25f2867bb0a6', 'fqpffyxycwbfcydo', NULL, 6, 5, 3, 10, 2);
CREATE TABLE quantity(event_id VARCHAR NOT NULL, mention_id VARCHAR NOT NULL, measure VARCHAR NOT NULL, "text" VARCHAR NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL, low DOUBLE, high DOUBLE, unit VARCHAR NOT NULL, qualifier VARCHAR, additive BOOLEAN NOT NULL, "scope" VARCHAR, as_of DATE, speaker VARCHAR, site VARCHAR, rival_group VARCHAR, superseded BOOLEAN NOT NULL);
INSERT INTO main.quantity VALUES ('ecpporgi7dwwjsznl', 'mmwat4u2o44zpkegm', 'injured', 'Two', 70, 73, 2.0, 2.0, 'person', NULL, False, NULL, '2024-03-11', 'the fire service', 'North Post', NULL, False);
INSERT INTO main.quantity VALUES ('ecpporgi7dwwjsznl', 'mylqawfwmfav3vzsb', 'injured', 'two', 91, 94, 2.0, 2.0, 'person', NULL, False, NULL, '2024-03-13', NULL, 'South Mail', NULL, False);
CREATE TABLE quarantine(run_id VARCHAR NOT NULL, stage VARCHAR NOT NULL, "source" VARCHAR NOT NULL, "location" VARCHAR NOT NULL, reason_code VARCHAR NOT NULL, detail VARCHAR NOT NULL, remedy VARCHAR NOT NULL, first_seen TIMESTAMP NOT NULL, last_seen TIMESTAMP NOT NULL);
CREATE TABLE run(run_id VARCHAR NOT NULL, started_at TIMESTAMP NOT NULL, finished_at TIMESTAMP, logical_date DATE, status VARCHAR NOT NULL, rules_version VARCHAR, articles_seen BIGINT, articles_new BIGINT, articles_changed BIGINT, articles_unchanged BIGINT, articles_quarantined BIGINT, time_expressions BIGINT, event_mentions BIGINT, events BIGINT, dated BIGINT, "version" INTEGER, detail VARCHAR);
INSERT INTO main.run VALUES ('20261130T173435318', '2026-11-30 17:34:35.318577', '2026-11-30 17:36:04.352088', '2026-11-30', 'published', NULL, 2, 2, 0, 0, 0, 4, 10, 6, 3, 1, '{"run": "20261130T173435318", "logical_date": "2026-11-30", "articles": {"seen": 2, "new": 2, "changed": 0, "unchanged": 0, "quarantined": 0}, "languages": {"en": 2}, "time_expressions": 4, "event_mentions": 10, "events": 6, "dated": 3, "checks": {"passed": 84, "warned": 1, "failed": 0, "failures": [{"name": "site_is_fresh", "severity": "warning", "rows": 2}]}, "published": null, "report": null, "page": null, "seconds": {"ingest": 9.594, "annotate": 29.851, "resolve": 2.215, "check": 40.988}, "warnings": []}');
CREATE TABLE "statement"(article_id VARCHAR NOT NULL, nth INTEGER NOT NULL, speaker VARCHAR, speaker_name VARCHAR, speaker_kind VARCHAR NOT NULL, cue VARCHAR NOT NULL, "content" VARCHAR NOT NULL, speaker_start INTEGER, speaker_end INTEGER, cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL, content_spans STRUCT(span_start INTEGER, span_end INTEGER)[] NOT NULL, rule_id VARCHAR);
INSERT INTO main.statement VALUES ('harbour-fire', 0, 'the fire service', NULL, 'organisation', 'said', 'Two workers were injured', 96, 112, 113, 117, [{'span_start': 70, 'span_end': 94}], 'say');
CREATE TABLE time_expression(time_expression_id VARCHAR NOT NULL, article_id VARCHAR NOT NULL, "text" VARCHAR NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL, timex_type VARCHAR NOT NULL, "value" VARCHAR NOT NULL, mod VARCHAR, quant VARCHAR, freq VARCHAR, edtf VARCHAR, "precision" VARCHAR NOT NULL, earliest DATE, latest DATE, rule_id VARCHAR NOT NULL, anchor_date DATE, anchor_reason VARCHAR, connective VARCHAR, local_time VARCHAR, "zone" VARCHAR);
INSERT INTO main.time_expression VALUES ('tceh5zyrl5gfxk6wt', 'harbour-fire', 'Saturday', 60, 68, 'DATE', '2024-03-09', NULL, NULL, NULL, '2024-03-09', 'day', '2024-03-09', '2024-03-09', 'en/weekday', '2024-03-11', 'publication date: the latest one, that day included', 'on', NULL, NULL);
INSERT INTO main.time_expression VALUES ('te6jzddeefbin7xq5', 'harbour-fire-2', '9 March', 78, 85, 'DATE', '2024-03-09', NULL, NULL, NULL, '2024-03-09', 'day', '2024-03-09', '2024-03-09', 'en/day-month', '2024-03-13', 'publication date: the nearest such day', 'on', NULL, NULL);
INSERT INTO main.time_expression VALUES ('th5347frrqsvce6cj', 'harbour-fire-2', 'Wednesday', 34, 43, 'DATE', '2024-03-13', NULL, NULL, NULL, '2024-03-13', 'day', '2024-03-13', '2024-03-13', 'en/weekday', '2024-03-13', 'publication date: the latest one, that day included', 'on', NULL, NULL);
INSERT INTO main.time_expression VALUES ('tkcny5y47agnszjy3', 'harbour-fire', 'Tuesday', 164, 171, 'DATE', '2024-03-12', NULL, NULL, NULL, '2024-03-12', 'day', '2024-03-12', '2024-03-12', 'en/weekday', '2024-03-11', 'publication date: the coming one, as the sentence schedules', 'on', NULL, NULL);
