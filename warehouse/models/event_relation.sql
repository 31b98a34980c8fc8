-- How events stand to one another.
INSERT INTO candidate.event_relation BY NAME
SELECT r.*
FROM core.event_relation AS r
SEMI JOIN kept_event USING (event_id)
SEMI JOIN kept_mention USING (mention_id)
WHERE r.other_event_id IN (SELECT event_id FROM kept_event)
ORDER BY r.event_id, r.relation, r.other_event_id, r.mention_id, r.other_mention_id
