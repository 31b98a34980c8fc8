-- the event, mention, expression and other event of a bound are there
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT b.event_id || ' ' || b.bound AS row_key, m.article_id,
       CASE WHEN e.event_id IS NULL THEN 'no such event'
            WHEN b.mention_id IS NOT NULL AND m.mention_id IS NULL THEN 'no such mention'
            WHEN b.time_expression_id IS NOT NULL AND t.time_expression_id IS NULL THEN 'no such expression'
            ELSE 'no such other event' END AS detail
FROM event_bound b
LEFT JOIN event e USING (event_id)
LEFT JOIN event_mention m ON m.mention_id = b.mention_id
LEFT JOIN time_expression t ON t.time_expression_id = b.time_expression_id
LEFT JOIN event o ON o.event_id = b.other_event_id
WHERE e.event_id IS NULL
   OR (b.mention_id IS NOT NULL AND m.mention_id IS NULL)
   OR (b.time_expression_id IS NOT NULL AND t.time_expression_id IS NULL)
   OR (b.other_event_id IS NOT NULL AND o.event_id IS NULL);
