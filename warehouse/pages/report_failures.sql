-- The rows that failed, with the sentence and the event that they lead to (tables of the judged file, attached as judged).  Variable: run_id.
WITH sentence AS (
    SELECT mention_id AS row_key, event_id, sentence FROM judged.event_mention
    UNION ALL
    SELECT event_id AS row_key, event_id, min(sentence) AS sentence FROM judged.event_mention WHERE event_id IS NOT NULL GROUP BY event_id
    UNION ALL
    SELECT t.time_expression_id AS row_key, NULL AS event_id,
           substring(a.text, greatest(1, t.char_start - 80), t.char_end - greatest(1, t.char_start - 80) + 80) AS sentence
    FROM judged.time_expression AS t JOIN judged.article AS a USING (article_id)
)
SELECT f.*, s.event_id, s.sentence
FROM check_failure AS f LEFT JOIN sentence AS s ON s.row_key = split_part(f.row_key, ' ', 1)
WHERE f.run_id = getvariable('run_id')
ORDER BY f.check_name, f.row_key, s.sentence;
