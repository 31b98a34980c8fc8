-- the cue of an attribution is the article's own words at its offsets
-- severity: critical
-- fault: table
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT t.mention_id AS row_key, m.article_id,
       'has "' || t.cue || '" where the article has "' || substring(a.text, t.cue_start + 1, t.cue_end - t.cue_start) || '"' AS detail
FROM attribution t
JOIN event_mention m USING (mention_id)
JOIN article a ON a.article_id = m.article_id
WHERE substring(a.text, t.cue_start + 1, t.cue_end - t.cue_start) <> t.cue;
