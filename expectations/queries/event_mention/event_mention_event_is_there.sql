-- the event of a mention is there
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT m.mention_id AS row_key, m.article_id, 'event ' || m.event_id || ' is not there' AS detail
FROM event_mention m
ANTI JOIN event e USING (event_id)
WHERE m.event_id IS NOT NULL;
