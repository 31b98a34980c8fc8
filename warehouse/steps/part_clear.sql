-- Drops the events of the part (temp table part) and of mentions that are gone.
CREATE OR REPLACE TEMP TABLE stale_event AS
SELECT DISTINCT event_id FROM core.event_member SEMI JOIN part USING (mention_id)
UNION
SELECT event_id FROM core.event_member SEMI JOIN core.touched_mention USING (mention_id);

DELETE FROM core.event WHERE event_id IN (SELECT event_id FROM stale_event);
DELETE FROM core.event_member WHERE event_id IN (SELECT event_id FROM stale_event);
DELETE FROM core.event_join WHERE event_id IN (SELECT event_id FROM stale_event);
DELETE FROM core.event_bound WHERE event_id IN (SELECT event_id FROM stale_event);
DELETE FROM core.event_relation WHERE event_id IN (SELECT event_id FROM stale_event);
DELETE FROM core.event_conflict WHERE event_id IN (SELECT event_id FROM stale_event);
DELETE FROM core.event_quantity WHERE event_id IN (SELECT event_id FROM stale_event);
DELETE FROM ops.withheld WHERE table_name = 'event' AND row_key IN (SELECT event_id FROM stale_event);
