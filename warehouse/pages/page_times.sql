-- The expressions of time in the articles of the events that a page shows.
SELECT time_expression_id, text, value, rule_id, anchor_date, anchor_reason
FROM time_expression WHERE article_id IN (SELECT article_id FROM event_mention WHERE event_id IN (FROM shown_event))
ORDER BY article_id, char_start;
