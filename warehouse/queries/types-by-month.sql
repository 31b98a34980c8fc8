-- How many key events of which type happened in each month?
SELECT month_of(start_earliest, end_latest) AS month, event_type, count(*) AS events
FROM timeline
WHERE dated AND month_of(start_earliest, end_latest) IS NOT NULL
GROUP BY ALL
ORDER BY month, events DESC, event_type
