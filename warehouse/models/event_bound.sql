-- Where each bound of an event comes from: its members' own words, or where a relation left less, that.
INSERT INTO candidate.event_bound BY NAME
SELECT b.*
FROM (
    SELECT * FROM core.event_bound ANTI JOIN core.narrowed_bound USING (event_id, bound)
    UNION ALL BY NAME
    SELECT *, 'relation' AS kind, true AS used FROM core.narrowed_bound
) AS b
ANTI JOIN gone_event USING (event_id)
ANTI JOIN gone_mention USING (mention_id)
ANTI JOIN gone_time_expression USING (time_expression_id)
ANTI JOIN gone_event AS o ON o.event_id = b.other_event_id
ORDER BY b.event_id, b.bound, b.kind, b.value, b.mention_id, b.time_expression_id, b.other_event_id, b.rule_id
