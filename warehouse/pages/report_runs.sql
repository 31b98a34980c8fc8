-- The last thirty runs up to this one, oldest first.  Variable: run_id.
WITH outcome AS (
    SELECT run_id,
           count(*) FILTER (NOT passed AND severity = 'critical') AS checks_failed,
           count(*) FILTER (NOT passed AND severity <> 'critical') AS checks_warned
    FROM check_result GROUP BY run_id
),

last AS (
    SELECT r.run_id, r.started_at, r.status, r.articles_seen, r.events, r.dated, o.checks_failed, o.checks_warned,
           r.articles_quarantined AS quarantined
    FROM run AS r LEFT JOIN outcome AS o USING (run_id)
    WHERE r.started_at <= (SELECT started_at FROM run WHERE run_id = getvariable('run_id'))
    ORDER BY r.started_at DESC LIMIT 30
)

FROM last ORDER BY started_at;
