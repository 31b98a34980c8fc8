-- Relations told between mentions become relations between events that were just made (temp table stale_member holds their
-- mentions).
-- Temp tables in: stale_member.  Out: made_event.
CREATE OR REPLACE TEMP TABLE made_event AS
SELECT DISTINCT event_id FROM core.event_member SEMI JOIN stale_member USING (mention_id);

INSERT INTO core.event_relation BY NAME
SELECT a.event_id, l.relation, b.event_id AS other_event_id, l.mention_id, min(l.other_mention_id) AS other_mention_id, l.rule_id
FROM core.merge_link AS l
JOIN core.event_member AS a USING (mention_id)
JOIN core.event_member AS b ON b.mention_id = l.other_mention_id
WHERE a.event_id <> b.event_id
    AND (a.event_id IN (FROM made_event) OR b.event_id IN (FROM made_event))
GROUP BY ALL;
