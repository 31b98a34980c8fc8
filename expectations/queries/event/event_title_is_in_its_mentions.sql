-- a title is made only of words from the event's mentions
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
WITH sentences AS (
    SELECT event_id, lower(string_agg(sentence, ' ')) AS words FROM event_mention GROUP BY event_id
), words AS (
    SELECT event_id, title, unnest(regexp_extract_all(lower(title), '[\p{L}\p{N}]+')) AS word FROM event
)
SELECT w.event_id AS row_key, NULL AS article_id, '"' || any_value(w.title) || '" has "' || min(w.word) || '"' AS detail
FROM words w
JOIN sentences s USING (event_id)
WHERE NOT contains(s.words, w.word)
GROUP BY w.event_id;
