-- What was left out of the timeline, and why?
SELECT coalesce(reason, 'unknown') AS reason, count(*) AS events, list(title ORDER BY mentions DESC, event_id)[1:3] AS examples
FROM event
WHERE NOT on_timeline
GROUP BY ALL
ORDER BY events DESC, reason
