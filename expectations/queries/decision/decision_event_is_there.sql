-- the event that a decision is about is there, and is marked as decided where the decision is followed
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT d.decision_id AS row_key, d.article_id, 'event ' || d.event_id || coalesce(' is not marked', ' is not there') AS detail
FROM decision d
LEFT JOIN event e USING (event_id)
WHERE d.event_id IS NOT NULL AND (e.event_id IS NULL OR (d.applied AND NOT e.decided));
