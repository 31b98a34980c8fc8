-- One hash over the rows of event, event_mention, time_expression and article (without first_seen).  Each row is
-- hashed by itself and the hashes are combined: every row has its key, so their order is given by their content.
WITH parts AS (
    SELECT 'event' AS name, count(*) AS row_count, bit_xor(md5_number(t::VARCHAR)) AS told FROM event AS t
    UNION ALL
    SELECT 'event_mention', count(*), bit_xor(md5_number(t::VARCHAR)) FROM event_mention AS t
    UNION ALL
    SELECT 'time_expression', count(*), bit_xor(md5_number(t::VARCHAR)) FROM time_expression AS t
    UNION ALL
    SELECT 'article', count(*), bit_xor(md5_number(t::VARCHAR)) FROM (SELECT * EXCLUDE (first_seen) FROM article) AS t
)

SELECT sha256(string_agg(concat_ws(':', name, row_count, coalesce(told, 0)), ' ' ORDER BY name)) AS digest
FROM parts
