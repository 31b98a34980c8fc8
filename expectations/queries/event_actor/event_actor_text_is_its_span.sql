-- the words of a actor are the article's own at its offsets
-- severity: critical
-- fault: table
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT r.mention_id AS row_key, m.article_id AS article_id,
       'has "' || r.text || '" where the article has "'
       || coalesce(substring(a.text, r.char_start + 1, r.char_end - r.char_start), '') || '"' AS detail
FROM event_actor r
JOIN event_mention m USING (mention_id)
JOIN article a ON a.article_id = m.article_id
WHERE r.char_start < 0 OR r.char_end <= r.char_start OR r.char_end > length(a.text)
   OR substring(a.text, r.char_start + 1, r.char_end - r.char_start) <> r.text;
