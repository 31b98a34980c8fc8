-- Since when the key events of a published file (attached as old) have stood on the timeline, into a new one (new), of those
-- that are left there.
-- Temp tables in: none.  Out: none.
INSERT INTO new.event_version BY NAME
FROM old.event_version SEMI JOIN (FROM new.event WHERE on_timeline AND level = 'key') USING (event_id)
