-- the sentence of a mention is the article's own words at its offsets
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT r.mention_id AS row_key, r.article_id AS article_id,
       'has "' || r.sentence || '" where the article has "'
       || coalesce(substring(a.text, r.sentence_start + 1, r.sentence_end - r.sentence_start), '') || '"' AS detail
FROM event_mention r
JOIN article a USING (article_id)
WHERE r.sentence_start < 0 OR r.sentence_end <= r.sentence_start OR r.sentence_end > length(a.text)
   OR substring(a.text, r.sentence_start + 1, r.sentence_end - r.sentence_start) <> r.sentence;
