-- what a detail belongs to is a key event that is there
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT e.event_id AS row_key, NULL AS article_id, '"' || e.title || '" stands under ' || e.parent_event_id AS detail
FROM event e
LEFT JOIN event p ON p.event_id = e.parent_event_id
WHERE e.parent_event_id IS NOT NULL AND (e.level <> 'detail' OR p.level IS DISTINCT FROM 'key');
