-- Where each bound of an event comes from: its members' own words, or a relation told beside one, which dates nothing.
INSERT INTO candidate.event_bound BY NAME
SELECT b.*
FROM core.event_bound AS b
ANTI JOIN gone_event USING (event_id)
ANTI JOIN gone_mention USING (mention_id)
ANTI JOIN gone_time_expression USING (time_expression_id)
ANTI JOIN gone_event AS o ON o.event_id = b.other_event_id
ORDER BY b.event_id, b.bound, b.kind, b.value, b.mention_id, b.time_expression_id, b.other_event_id, b.rule_id
