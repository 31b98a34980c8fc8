-- How a run ended.
UPDATE ops.run SET
    finished_at = $finished_at,
    status = $status,
    rules_version = $rules_version,
    articles_seen = $articles_seen,
    articles_new = $articles_new,
    articles_changed = $articles_changed,
    articles_unchanged = $articles_unchanged,
    articles_quarantined = $articles_quarantined,
    time_expressions = $time_expressions,
    event_mentions = $event_mentions,
    events = $events,
    dated = $dated,
    version = $version,
    detail = $detail
WHERE run_id = $run_id
