-- Where each bound of an event comes from: its members' own words, or a relation told beside one, which dates nothing; a
-- date that a person decided (temp table decided_bound), beside which no other is used.
INSERT INTO candidate.event_bound BY NAME
WITH every_bound AS (
    SELECT * REPLACE (used AND event_id NOT IN (SELECT event_id FROM decided_date) AS used) FROM core.event_bound
    UNION ALL BY NAME
    SELECT *, 'decided' AS kind, true AS used FROM decided_bound
)

SELECT b.*
FROM every_bound AS b
ANTI JOIN gone_event USING (event_id)
ANTI JOIN gone_mention USING (mention_id)
ANTI JOIN gone_time_expression USING (time_expression_id)
ANTI JOIN gone_event AS o ON o.event_id = b.other_event_id
ORDER BY b.event_id, b.bound, b.kind, b.value, b.mention_id, b.time_expression_id, b.other_event_id, b.rule_id
