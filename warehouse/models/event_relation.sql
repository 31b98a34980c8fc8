-- How events stand to one another, with the other event's mention that each was told with.
INSERT INTO candidate.event_relation BY NAME
SELECT r.* EXCLUDE (other_mention_id), min(l.other_mention_id) AS other_mention_id
FROM core.event_relation AS r
LEFT JOIN (
    SELECT l.mention_id, l.relation, l.other_mention_id, m.event_id AS other_event_id
    FROM core.merge_link AS l
    JOIN kept_member AS m ON m.mention_id = l.other_mention_id
) AS l USING (mention_id, relation, other_event_id)
ANTI JOIN gone_event AS e ON e.event_id = r.event_id
ANTI JOIN gone_event AS o ON o.event_id = r.other_event_id
ANTI JOIN gone_mention AS m ON m.mention_id = r.mention_id
GROUP BY ALL
ORDER BY r.event_id, r.relation, r.other_event_id, r.mention_id, r.rule_id
