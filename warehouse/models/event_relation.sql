-- How events stand to one another, with the other event's mention that each was told with.  A relation is not used where the
-- days that texts tell of the two leave no way for it to hold.
INSERT INTO candidate.event_relation BY NAME
SELECT
    r.*,
    NOT coalesce(
        e.dated AND o.dated AND CASE r.relation
            WHEN 'before' THEN e.start_earliest > o.end_latest
            WHEN 'after' THEN o.start_earliest > e.end_latest
            WHEN 'since' THEN o.start_earliest > e.start_latest
            WHEN 'until' THEN e.end_earliest > o.end_latest
            ELSE e.start_earliest > o.end_latest OR o.start_earliest > e.end_latest
        END,
        false
    ) AS used
FROM core.event_relation AS r
JOIN event_fact AS e ON e.event_id = r.event_id
JOIN event_fact AS o ON o.event_id = r.other_event_id
ANTI JOIN gone_event AS f ON f.event_id = r.event_id
ANTI JOIN gone_event AS g ON g.event_id = r.other_event_id
ANTI JOIN gone_mention AS m ON m.mention_id = r.mention_id
ORDER BY r.event_id, r.relation, r.other_event_id, r.mention_id, r.rule_id
