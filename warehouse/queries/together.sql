-- Who takes part in the same key events?
-- top: how many pairs; by default 30
SELECT a.name AS one, b.name AS other, count(DISTINCT a.event_id) AS events, list(DISTINCT e.title ORDER BY e.title)[1:3] AS examples
FROM event_actor AS a
JOIN event_actor AS b ON a.event_id = b.event_id AND a.name < b.name
JOIN timeline AS e ON e.event_id = a.event_id
WHERE a.role IN ('agent', 'patient') AND b.role IN ('agent', 'patient')
GROUP BY a.name, b.name
ORDER BY events DESC, one, other
LIMIT (SELECT coalesce(getvariable('top')::BIGINT, 30))
