-- Where each bound of an event comes from.
INSERT INTO candidate.event_bound BY NAME
SELECT b.*
FROM core.event_bound AS b
SEMI JOIN kept_event USING (event_id)
WHERE (b.mention_id IS NULL OR b.mention_id IN (SELECT mention_id FROM kept_mention))
    AND (b.time_expression_id IS NULL OR b.time_expression_id IN (SELECT time_expression_id FROM kept_time_expression))
    AND (b.other_event_id IS NULL OR b.other_event_id IN (SELECT event_id FROM kept_event))
ORDER BY b.event_id, b.bound, b.kind, b.value, b.mention_id, b.time_expression_id, b.other_event_id, b.rule_id
