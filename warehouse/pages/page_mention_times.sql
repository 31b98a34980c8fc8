-- Which expressions of time date the mentions of the events that a page shows.
SELECT t.mention_id, t.time_expression_id, t.role, t.reason
FROM mention_time AS t JOIN event_mention AS m USING (mention_id)
WHERE m.event_id IN (FROM shown_event)
ORDER BY t.mention_id, t.time_expression_id;
