-- Drops the events of mentions that are merged anew (temp table stale_member), that are gone or were touched; those that a
-- relation ties to them are narrowed anew (temp table loosened).
CREATE OR REPLACE TEMP TABLE stale_event AS
SELECT DISTINCT event_id
FROM core.event_member
WHERE mention_id IN (
    SELECT mention_id FROM stale_member
    UNION ALL
    SELECT mention_id FROM core.merge_member WHERE state = 'gone'
    UNION ALL
    SELECT mention_id FROM core.touched_mention
);

CREATE OR REPLACE TEMP TABLE loosened AS
SELECT other_event_id AS event_id FROM core.event_relation WHERE event_id IN (FROM stale_event)
UNION
SELECT event_id FROM core.event_relation WHERE other_event_id IN (FROM stale_event);

DELETE FROM core.event WHERE event_id IN (FROM stale_event);
DELETE FROM core.event_member WHERE event_id IN (FROM stale_event);
DELETE FROM core.event_join WHERE event_id IN (FROM stale_event);
DELETE FROM core.event_bound WHERE event_id IN (FROM stale_event);
DELETE FROM core.event_narrowed WHERE event_id IN (FROM stale_event);
DELETE FROM core.narrowed_bound WHERE event_id IN (FROM stale_event);
DELETE FROM core.event_relation WHERE event_id IN (FROM stale_event) OR other_event_id IN (FROM stale_event);
DELETE FROM core.event_conflict WHERE event_id IN (FROM stale_event) OR other_event_id IN (FROM stale_event);
DELETE FROM core.event_quantity WHERE event_id IN (FROM stale_event);
DELETE FROM ops.withheld WHERE table_name = 'event' AND row_key IN (FROM stale_event);
