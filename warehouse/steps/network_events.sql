-- What the events of the network (temp table network_event) bring into it.
SELECT event_id, kind, approximate, start_earliest, start_latest, end_earliest, end_latest, passes
FROM core.event
SEMI JOIN network_event USING (event_id)
