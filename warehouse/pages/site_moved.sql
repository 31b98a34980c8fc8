-- Where ids of joined events lead.
SELECT DISTINCT old_event_id, event_id FROM event_alias WHERE old_event_id <> event_id ORDER BY ALL;
