-- Where the event ids of the last version (attached as previous) went: to the event that most of its mentions are in now.
-- Temp tables in: none.  Out: gone, heir.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT e.event_id, (SELECT max(version) FROM previous.publication) AS version
FROM previous.event AS e
ANTI JOIN candidate.event USING (event_id)
UNION ALL
SELECT a.old_event_id, a.version
FROM previous.event_alias AS a
ANTI JOIN candidate.event AS e ON e.event_id = a.old_event_id;

CREATE OR REPLACE TEMP TABLE heir AS
SELECT o.event_id AS old_event_id, n.event_id
FROM previous.event_mention AS o
JOIN candidate.event_mention AS n USING (mention_id)
WHERE o.event_id IN (SELECT event_id FROM previous.event ANTI JOIN candidate.event USING (event_id)) AND n.event_id IS NOT NULL
GROUP BY o.event_id, n.event_id
QUALIFY row_number() OVER (PARTITION BY o.event_id ORDER BY count(*) DESC, n.event_id) = 1;

TRUNCATE candidate.event_alias;
INSERT INTO candidate.event_alias BY NAME
WITH led AS (
    SELECT g.event_id AS old_event_id, coalesce(a.event_id, g.event_id) AS last_event_id, g.version
    FROM gone AS g
    LEFT JOIN previous.event_alias AS a ON a.old_event_id = g.event_id
)

SELECT l.old_event_id, coalesce(h.event_id, e.event_id) AS event_id, max(l.version) AS version
FROM led AS l
LEFT JOIN heir AS h ON h.old_event_id = l.last_event_id
LEFT JOIN candidate.event AS e ON e.event_id = l.last_event_id
WHERE coalesce(h.event_id, e.event_id) IS NOT NULL
GROUP BY ALL
ORDER BY old_event_id;
