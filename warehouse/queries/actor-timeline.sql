-- In which key events did somebody take part, doing or suffering?
-- actor: part of the name, its words in their order, or the name behind a description; by default whoever takes part in most events
WITH named AS (
    SELECT strip_accents(lower(coalesce(
        getvariable('actor'),
        (SELECT name FROM event_actor WHERE role IN ('agent', 'patient') GROUP BY name ORDER BY count(DISTINCT event_id) DESC, name LIMIT 1)
    ))) AS actor
),

asked AS (
    SELECT
        actor,
        '(^|[\s[:punct:]])' || array_to_string(regexp_extract_all(actor, '[^\s[:punct:]]+'), '.*[\s[:punct:]]') AS words
    FROM named
)

SELECT e.edtf, e.title, list(DISTINCT a.role ORDER BY a.role) AS roles, list(DISTINCT a.name ORDER BY a.name) AS names, e.place, e.event_id
FROM timeline AS e
JOIN event_actor AS a USING (event_id)
JOIN asked
    ON contains(strip_accents(lower(a.name || ' / ' || a.local_name)), asked.actor)
    OR regexp_matches(strip_accents(lower(a.name)), asked.words)
    OR (contains(a.name, ' ') AND ends_with(asked.actor, ' ' || strip_accents(lower(a.name))))
WHERE a.role IN ('agent', 'patient')
GROUP BY e.event_id, e.edtf, e.title, e.place, e.sort_date
ORDER BY e.sort_date NULLS LAST, e.event_id
