-- the mention, expression and other mention of a mention's bound are there, all of one article
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT b.mention_id || ' ' || b.bound AS row_key, m.article_id,
       CASE WHEN m.mention_id IS NULL THEN 'no such mention'
            WHEN b.time_expression_id IS NOT NULL AND t.time_expression_id IS NULL THEN 'no such expression'
            WHEN b.other_mention_id IS NOT NULL AND o.mention_id IS NULL THEN 'no such other mention'
            ELSE 'of two articles' END AS detail
FROM mention_bound b
LEFT JOIN event_mention m ON m.mention_id = b.mention_id
LEFT JOIN time_expression t ON t.time_expression_id = b.time_expression_id
LEFT JOIN event_mention o ON o.mention_id = b.other_mention_id
WHERE m.mention_id IS NULL
   OR (b.time_expression_id IS NOT NULL AND t.time_expression_id IS NULL)
   OR (b.other_mention_id IS NOT NULL AND o.mention_id IS NULL)
   OR t.article_id <> m.article_id OR o.article_id <> m.article_id;
