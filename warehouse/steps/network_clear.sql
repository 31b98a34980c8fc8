-- Takes back what relations made of the events of the network (temp table network_event); notes which relations cannot hold
-- (temp table unheld).
DELETE FROM core.event_narrowed WHERE event_id IN (FROM network_event);
DELETE FROM core.narrowed_bound WHERE event_id IN (FROM network_event);
DELETE FROM core.event_conflict WHERE other_event_id IS NOT NULL AND event_id IN (FROM network_event);

CREATE OR REPLACE TEMP TABLE turned AS
SELECT r.event_id, r.relation, r.other_event_id, r.mention_id, r.rule_id, u.event_id IS NULL AS used
FROM core.event_relation AS r
SEMI JOIN network_event USING (event_id)
LEFT JOIN unheld AS u USING (event_id, relation, other_event_id, mention_id, rule_id)
WHERE r.used <> (u.event_id IS NULL);

UPDATE core.event_relation AS r
SET used = t.used
FROM turned AS t
WHERE r.event_id = t.event_id
    AND r.relation = t.relation
    AND r.other_event_id = t.other_event_id
    AND r.mention_id = t.mention_id
    AND r.rule_id = t.rule_id;
