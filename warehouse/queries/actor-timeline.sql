-- What did somebody do, or what was done to them?
-- actor: part of the name; by default whoever takes part in most events
WITH asked AS (
    SELECT lower(coalesce(
        getvariable('actor'),
        (SELECT name FROM event_actor WHERE role IN ('agent', 'patient') GROUP BY name ORDER BY count(DISTINCT event_id) DESC, name LIMIT 1)
    )) AS actor
)

SELECT e.edtf, e.title, list(DISTINCT a.role ORDER BY a.role) AS roles, list(DISTINCT a.name ORDER BY a.name) AS names, e.place, e.event_id
FROM timeline AS e
JOIN event_actor AS a USING (event_id)
JOIN asked ON contains(lower(a.name), asked.actor) OR contains(lower(a.local_name), asked.actor)
WHERE a.role IN ('agent', 'patient')
GROUP BY e.event_id, e.edtf, e.title, e.place, e.sort_date
ORDER BY e.sort_date NULLS LAST, e.event_id
