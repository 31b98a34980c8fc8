-- Since when each key event has stood on the timeline.
FROM event_version ORDER BY event_id;
