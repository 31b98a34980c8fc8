-- What is known of a run so far.
-- Temp tables in: none.  Out: none.
UPDATE ops.run SET
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
