-- Fills an empty warehouse with events and two mentions each.  Variable: events.
-- Days spread evenly over 1990 to 2024; one event in five has no known begin, one in ten is not dated.

INSERT INTO core.article_version BY NAME
SELECT
    'site' || (i % 50) || '-' || i AS article_id,
    1 AS version,
    sha256('content' || i) AS content_sha256,
    sha256('text' || i) AS text_sha256,
    'https://site' || (i % 50) || '.example/' || i AS url,
    'site' || (i % 50) || '.example' AS site,
    'Headline number ' || i AS title,
    DATE '1990-01-01' + (i * 7919 % 12783)::INTEGER AS published,
    'en' AS language,
    1.0 AS language_confidence,
    'news' AS kind,
    repeat('The council of Orrin met on the ' || i || 'th day and agreed on terms. ', 30) AS text,
    [] AS hashes,
    1 AS arrival,
    TIMESTAMP '2024-01-01' AS arrived,
    'r1' AS run_id
FROM range(getvariable('events') // 20) AS t(i);

INSERT INTO core.article BY NAME
SELECT article_id, 1 AS version, 1 AS annotated_version, 'synthetic' AS rules_version, TIMESTAMP '2024-01-01' AS first_seen
FROM core.article_version;

INSERT INTO core.time_expression BY NAME
SELECT
    't' || substr(md5('time' || i), 1, 16) AS time_expression_id,
    'site' || (i % (getvariable('events') // 20) % 50) || '-' || (i % (getvariable('events') // 20)) AS article_id,
    (i // (getvariable('events') // 20))::INTEGER AS nth,
    'on the ' || i || 'th day' AS text,
    (i % 900)::INTEGER AS char_start,
    (i % 900 + 12)::INTEGER AS char_end,
    'DATE' AS timex_type,
    '2024-01-01' AS value,
    'day' AS precision,
    'month-day' AS rule_id
FROM range(getvariable('events')) AS t(i);

INSERT INTO core.event_mention BY NAME
WITH spread AS (
    SELECT
        i,
        i % getvariable('events') AS event,
        DATE '1990-01-01' + ((i % getvariable('events')) * 104729 % 12783)::INTEGER AS day,
        i % (getvariable('events') // 20) AS article
    FROM range(getvariable('events') * 2) AS t(i)
)

SELECT
    'm' || substr(md5('mention' || i), 1, 16) AS mention_id,
    'site' || (article % 50) || '-' || article AS article_id,
    (i // (getvariable('events') // 20))::INTEGER AS nth,
    'The council of Orrin met on the ' || i || 'th day and agreed on terms with the envoys who had come.' AS sentence,
    (i % 900)::INTEGER AS sentence_start,
    (i % 900 + 90)::INTEGER AS sentence_end,
    0 AS sentence_index,
    'met' AS trigger,
    (i % 900 + 22)::INTEGER AS trigger_start,
    (i % 900 + 25)::INTEGER AS trigger_end,
    'meet' AS lemma,
    'event' AS event_class,
    'meeting' AS event_type,
    'meet' AS rule_id,
    'point' AS kind,
    day::VARCHAR AS edtf,
    'day' AS precision,
    day AS start_earliest,
    day AS start_latest,
    day AS end_earliest,
    day AS end_latest,
    true AS dated,
    false AS approximate,
    false AS ongoing,
    'actual' AS modality,
    true AS on_timeline
FROM spread;

INSERT INTO core.attribution BY NAME
SELECT
    article_id,
    mention_id,
    0 AS depth,
    'the envoy' AS speaker,
    'Envoy ' || (nth % 40) AS speaker_name,
    'named person' AS speaker_kind,
    'said' AS cue,
    sentence AS content,
    0 AS cue_start,
    4 AS cue_end,
    [struct_pack(span_start := sentence_start, span_end := sentence_end)] AS content_spans,
    'said' AS rule_id
FROM core.event_mention
WHERE nth % 3 = 0;

INSERT INTO core.event BY NAME
SELECT
    'e' || substr(md5('event' || i), 1, 16) AS event_id,
    'm' || substr(md5('mention' || i), 1, 16) AS founding_mention_id,
    'Council of Orrin met on the ' || i || 'th day' AS title,
    ['meeting', 'attack', 'election', 'disaster'][i % 4 + 1] AS event_type,
    'event' AS event_class,
    'point' AS kind,
    day::VARCHAR AS edtf,
    'day' AS precision,
    CASE WHEN i % 5 <> 0 THEN day END AS start_earliest,
    day AS start_latest,
    CASE WHEN i % 5 <> 0 THEN day END AS end_earliest,
    day AS end_latest,
    i % 10 <> 0 AS dated,
    false AS approximate,
    false AS ongoing,
    'actual' AS modality,
    false AS contested,
    true AS on_timeline,
    ['Council of Orrin', 'Envoy ' || (i % 500)] AS actors,
    'Orrin' AS place,
    CASE WHEN i % 3 = 0 THEN ['Envoy ' || (i % 40)] ELSE [] END AS speakers,
    ['site' || (i % 50) || '.example'] AS sites,
    2 AS mentions,
    2 AS articles,
    2 AS independent_articles,
    day AS first_reported
FROM (SELECT i, DATE '1990-01-01' + (i * 104729 % 12783)::INTEGER AS day FROM range(getvariable('events')) AS t(i));

INSERT INTO core.event_member
SELECT 'e' || substr(md5('event' || (i % getvariable('events'))), 1, 16), 'm' || substr(md5('mention' || i), 1, 16)
FROM range(getvariable('events') * 2) AS t(i);

INSERT INTO core.event_bound BY NAME
SELECT event_id, 'end_latest' AS bound, end_latest AS value, 'told' AS kind, founding_mention_id AS mention_id, 'on' AS rule_id, true AS used
FROM core.event;

INSERT INTO core.actor BY NAME
SELECT
    article_id,
    mention_id,
    0 AS nth,
    'agent' AS role,
    'Council of Orrin' AS name,
    'The council of Orrin' AS text,
    sentence_start AS char_start,
    sentence_start + 20 AS char_end
FROM core.event_mention;
