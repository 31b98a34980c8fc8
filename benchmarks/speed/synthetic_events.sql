-- Fills the event table of an empty published file (attached as candidate).  Variable: events.
-- Days spread evenly over 1990 to 2024; most last a day, some up to three weeks; one in ten is not dated.
INSERT INTO candidate.event BY NAME
SELECT
    'e' || substr(md5('event' || i), 1, 16) AS event_id,
    'Council of Orrin met on the ' || i || 'th day' AS title,
    ['meeting', 'attack', 'election', 'disaster'][i % 4 + 1] AS event_type,
    'event' AS event_class,
    'point' AS kind,
    day::VARCHAR AS edtf,
    'day' AS precision,
    day AS start_earliest,
    day AS start_latest,
    day + (i % 7 // 6 * (i % 21))::INTEGER AS end_earliest,
    day + (i % 7 // 6 * (i % 21))::INTEGER AS end_latest,
    i % 10 <> 0 AS dated,
    false AS approximate,
    false AS ongoing,
    day AS sort_date,
    'actual' AS modality,
    false AS contested,
    true AS on_timeline,
    ['Council of Orrin', 'Envoy ' || (i % 500)] AS actors,
    'Orrin' AS place,
    [] AS speakers,
    ['site' || (i % 50) || '.example'] AS sites,
    1 AS mentions,
    1 AS articles,
    1 AS independent_articles,
    day AS first_reported
FROM (SELECT i, DATE '1990-01-01' + (i * 104729 % 12783)::INTEGER AS day FROM range(getvariable('events')) AS t(i))
ORDER BY sort_date NULLS LAST, event_id;
