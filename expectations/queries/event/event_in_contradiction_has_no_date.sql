-- an event on the timeline whose own mentions contradict one another about its days has no date, unless a person decided one
-- severity: critical
-- fault: row
-- remedy: read the sentences: the sources disagree, or two events were taken for one
SELECT DISTINCT e.event_id AS row_key, NULL AS article_id, '"' || e.title || '" is dated ' || e.edtf || ', but ' || c.detail AS detail
FROM event e
JOIN event_conflict c ON c.event_id = e.event_id AND c.other_event_id IS NULL
WHERE e.on_timeline AND e.dated
  AND e.event_id NOT IN (SELECT event_id FROM event_bound WHERE kind = 'decided');
