-- How events stand to one another, with the other event's mention that each was told with.
INSERT INTO candidate.event_relation BY NAME
SELECT r.*
FROM core.event_relation AS r
ANTI JOIN gone_event AS e ON e.event_id = r.event_id
ANTI JOIN gone_event AS o ON o.event_id = r.other_event_id
ANTI JOIN gone_mention AS m ON m.mention_id = r.mention_id
ORDER BY r.event_id, r.relation, r.other_event_id, r.mention_id, r.rule_id
