-- a source that is read gives something, or its server says that nothing is new, at least once in the runs that the settings allow
-- severity: warning
-- remedy: look at the address or the path, and at why it was refused; take a dead source out of the settings
SELECT source AS row_key, NULL AS article_id,
       'nothing in the last ' || silent_runs || ' runs, ' || coalesce('since ' || strftime(gave_at, '%Y-%m-%d'), 'nor ever before')
       || ': ' || coalesce(failure, 'it is empty') AS detail
FROM source_state
WHERE run_id = (SELECT max(run_id) FROM source_state)
  AND silent_runs >= coalesce(getvariable('silent_for_runs'), 3)
ORDER BY source;
