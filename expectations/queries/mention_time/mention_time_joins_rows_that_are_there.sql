-- a link between a mention and an expression joins two that are there, of one article
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT t.mention_id || ' ' || t.time_expression_id AS row_key, coalesce(m.article_id, x.article_id) AS article_id,
       CASE WHEN m.mention_id IS NULL THEN 'no such mention' WHEN x.time_expression_id IS NULL THEN 'no such expression'
            ELSE 'of two articles' END AS detail
FROM mention_time t
LEFT JOIN event_mention m USING (mention_id)
LEFT JOIN time_expression x USING (time_expression_id)
WHERE m.mention_id IS NULL OR x.time_expression_id IS NULL OR m.article_id <> x.article_id;
