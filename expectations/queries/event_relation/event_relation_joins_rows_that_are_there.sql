-- a relation joins two events that are there and differ
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT r.event_id || ' ' || r.relation || ' ' || r.other_event_id AS row_key, NULL AS article_id,
       CASE WHEN r.event_id = r.other_event_id THEN 'with itself' ELSE 'no such event' END AS detail
FROM event_relation r
LEFT JOIN event e USING (event_id)
LEFT JOIN event o ON o.event_id = r.other_event_id
WHERE e.event_id IS NULL OR o.event_id IS NULL OR r.event_id = r.other_event_id;
