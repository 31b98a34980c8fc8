-- Dates that cannot all hold.
INSERT INTO candidate.event_conflict BY NAME
SELECT c.*
FROM core.event_conflict AS c
ANTI JOIN gone_event USING (event_id)
ANTI JOIN gone_event AS o ON o.event_id = c.other_event_id
ORDER BY c.event_id, c.other_event_id, c.detail
