-- The events that a page shows, in the timeline's own order.
FROM event WHERE event_id IN (FROM shown_event) ORDER BY sort_date NULLS LAST, day_position NULLS LAST, event_id;
