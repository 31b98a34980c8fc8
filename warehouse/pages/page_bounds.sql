-- Where the bounds of the events that a page shows come from.
FROM event_bound WHERE event_id IN (FROM shown_event) ORDER BY event_id, bound, value, mention_id, time_expression_id;
