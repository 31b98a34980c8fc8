-- Dates that cannot all hold.
INSERT INTO candidate.event_conflict BY NAME
SELECT c.*
FROM core.event_conflict AS c
SEMI JOIN kept_event USING (event_id)
ORDER BY c.event_id, c.other_event_id, c.detail
