-- Why each event has its level and its importance.
INSERT INTO candidate.event_reason BY NAME
FROM selected_reason
ORDER BY event_id, about DESC, abs(weight) DESC NULLS FIRST, reason
