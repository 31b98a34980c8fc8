-- Where earlier ids of the events that a page shows lead.
SELECT DISTINCT old_event_id, event_id FROM event_alias
WHERE event_id IN (FROM shown_event) AND old_event_id <> event_id
ORDER BY old_event_id, event_id;
