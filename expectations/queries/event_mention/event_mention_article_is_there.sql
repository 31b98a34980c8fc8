-- the article of a mention is there
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT m.mention_id AS row_key, m.article_id, 'no such article' AS detail
FROM event_mention m
ANTI JOIN article a USING (article_id);
