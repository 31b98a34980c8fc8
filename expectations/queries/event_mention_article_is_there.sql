-- the article of a mention is there
SELECT m.mention_id AS row_key, m.article_id, 'no such article' AS detail
FROM event_mention m
ANTI JOIN article a USING (article_id);
