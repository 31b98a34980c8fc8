-- The mentions of the events that a page shows, by event, oldest article first.
FROM event_mention WHERE event_id IN (FROM shown_event) ORDER BY event_id, article_published NULLS LAST, article_id, trigger_start;
