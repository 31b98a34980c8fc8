-- The relations between the events of the network (temp table network_event).
SELECT event_id, relation, other_event_id, mention_id, rule_id
FROM core.event_relation
SEMI JOIN network_event USING (event_id)
