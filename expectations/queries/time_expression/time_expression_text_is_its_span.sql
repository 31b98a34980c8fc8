-- the words of an expression are the article's own at its offsets
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT r.time_expression_id AS row_key, r.article_id AS article_id,
       'has "' || r.text || '" where the article has "'
       || coalesce(substring(a.text, r.char_start + 1, r.char_end - r.char_start), '') || '"' AS detail
FROM time_expression r
JOIN article a USING (article_id)
WHERE r.char_start < 0 OR r.char_end <= r.char_start OR r.char_end > length(a.text)
   OR substring(a.text, r.char_start + 1, r.char_end - r.char_start) <> r.text;
