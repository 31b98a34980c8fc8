-- What the articles tell of the events that a page shows and cannot all be true.
SELECT event_id, detail FROM event_conflict WHERE event_id IN (FROM shown_event) ORDER BY event_id, detail;
