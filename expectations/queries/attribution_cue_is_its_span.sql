-- the cue of an attribution is the article's own words at its offsets
SELECT t.mention_id AS row_key, m.article_id,
       'has "' || t.cue || '" where the article has "' || substring(a.text, t.cue_start + 1, t.cue_end - t.cue_start) || '"' AS detail
FROM attribution t
JOIN event_mention m USING (mention_id)
JOIN article a ON a.article_id = m.article_id
WHERE substring(a.text, t.cue_start + 1, t.cue_end - t.cue_start) <> t.cue;
