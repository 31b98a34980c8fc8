-- an event that is left out of the timeline says why
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT event_id AS row_key, NULL AS article_id, '"' || title || '" is left out without a reason' AS detail
FROM event
WHERE NOT on_timeline AND reason IS NULL;
