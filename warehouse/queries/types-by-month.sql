-- How many events of which type happened in each month?
SELECT strftime(start_earliest, '%Y-%m') AS month, event_type, count(*) AS events
FROM timeline
WHERE dated AND start_earliest IS NOT NULL AND date_trunc('month', start_earliest) = date_trunc('month', end_latest)
GROUP BY ALL
ORDER BY month, events DESC, event_type
