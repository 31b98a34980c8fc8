-- Why the mentions of an event that a page shows were joined.
FROM event_join WHERE event_id IN (FROM shown_event) ORDER BY event_id, mention_id, other_mention_id;
