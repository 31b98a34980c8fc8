-- Drops the events of mentions that are merged anew (temp table stale_member), that are gone or were touched.
-- Temp tables in: stale_member.  Out: stale_event.
CREATE OR REPLACE TEMP TABLE stale_event AS
SELECT DISTINCT event_id
FROM core.event_member
WHERE mention_id IN (
    SELECT mention_id FROM stale_member
    UNION ALL
    SELECT m.mention_id FROM core.happening_mention AS m JOIN core.happening AS h USING (number) WHERE h.state = 'gone'
    UNION ALL
    SELECT mention_id FROM core.touched_mention
);

DELETE FROM core.event WHERE event_id IN (FROM stale_event);
DELETE FROM core.event_member WHERE event_id IN (FROM stale_event);
DELETE FROM core.event_join WHERE event_id IN (FROM stale_event);
DELETE FROM core.event_bound WHERE event_id IN (FROM stale_event);
DELETE FROM core.event_relation WHERE event_id IN (FROM stale_event) OR other_event_id IN (FROM stale_event);
DELETE FROM core.event_conflict WHERE event_id IN (FROM stale_event) OR other_event_id IN (FROM stale_event);
DELETE FROM core.event_quantity WHERE event_id IN (FROM stale_event);
DELETE FROM ops.withheld WHERE table_name = 'event' AND row_key IN (FROM stale_event);
