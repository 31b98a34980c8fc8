-- How many key events of which type happened in each month?
WITH counted AS (
    SELECT date_trunc('month', start_earliest) AS month, event_type, count(*) AS events
    FROM event
    WHERE on_timeline AND level = 'key' AND dated AND date_trunc('month', start_earliest) = date_trunc('month', end_latest)
    GROUP BY ALL
)

SELECT strftime(month, '%Y-%m') AS month, event_type, events
FROM counted
ORDER BY month, events DESC, event_type
