-- The relations told between the mentions of one batch (temp table batch).
SELECT r.mention_id, r.relation, r.other_mention_id, r.rule_id
FROM core.merge_link AS r
JOIN part_numbered AS p USING (mention_id)
SEMI JOIN batch USING (n)
WHERE r.rule_id <> ''
ORDER BY r.mention_id, r.other_mention_id, r.relation, r.rule_id
