-- What people decided about the events that a page shows, in the order in which they did.
FROM decision SEMI JOIN shown_event USING (event_id) ORDER BY decided_at, decision_id;
