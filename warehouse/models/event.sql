-- One row an event with its level, importance and place, in order of time.
INSERT INTO candidate.event BY NAME
SELECT e.*, s.level, s.importance, s.parent_event_id, s.section, s.day_position
FROM event_fact AS e
LEFT JOIN selected AS s USING (event_id)
ORDER BY e.sort_date NULLS LAST, s.day_position NULLS LAST, e.event_id
