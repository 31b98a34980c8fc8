-- One hash over the rows of event, event_mention, time_expression, decision and article (without first_seen).  Each row is hashed by
-- itself, and the hashes are combined by sum and exclusive or: every row has its key and its table's order is that of its
-- content, so the order adds nothing.  The row hash is DuckDB's own: two stores are compared under one version of it.
WITH parts AS (
    SELECT 'event' AS name, count(*) AS row_count, bit_xor(hash(t)) AS mixed, sum(hash(t)::HUGEINT) AS summed FROM event AS t
    UNION ALL
    SELECT 'event_mention', count(*), bit_xor(hash(t)), sum(hash(t)::HUGEINT) FROM event_mention AS t
    UNION ALL
    SELECT 'time_expression', count(*), bit_xor(hash(t)), sum(hash(t)::HUGEINT) FROM time_expression AS t
    UNION ALL
    SELECT 'decision', count(*), bit_xor(hash(t)), sum(hash(t)::HUGEINT) FROM decision AS t
    UNION ALL
    SELECT 'article', count(*), bit_xor(hash(t)), sum(hash(t)::HUGEINT) FROM (SELECT * EXCLUDE (first_seen) FROM article) AS t
)

SELECT sha256(string_agg(concat_ws(':', name, row_count, coalesce(mixed, 0), coalesce(summed, 0)), ' ' ORDER BY name)) AS digest
FROM parts
