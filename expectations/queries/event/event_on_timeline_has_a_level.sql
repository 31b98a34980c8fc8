-- an event on the timeline has a level, an importance and its reasons, and no other has
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT event_id AS row_key, NULL AS article_id, '"' || title || '" is of level ' || coalesce(level, 'none') AS detail
FROM event
WHERE on_timeline IS DISTINCT FROM (
    coalesce(level IN ('key', 'detail', 'aside'), false) AND coalesce(importance BETWEEN 0 AND 1, false) AND event_id IN (SELECT event_id FROM event_reason)
);
