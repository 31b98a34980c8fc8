-- The rows that failed, where the judged file is not there to show their sentences.  Variable: run_id.
SELECT *, NULL AS event_id, NULL AS sentence FROM check_failure WHERE run_id = getvariable('run_id') ORDER BY check_name, row_key;
