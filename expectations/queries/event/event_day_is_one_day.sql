-- an event of precision day lies on one day
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT event_id AS row_key, NULL AS article_id,
       '"' || title || '" is precise to the day but lies between ' || coalesce(CAST(start_earliest AS VARCHAR), '?') || ' and '
       || coalesce(CAST(end_latest AS VARCHAR), '?') AS detail
FROM event
WHERE precision = 'day' AND (start_earliest IS NULL OR start_earliest IS DISTINCT FROM start_latest);
