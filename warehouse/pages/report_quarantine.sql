-- What this run refused.  Variable: run_id.
FROM quarantine WHERE run_id = getvariable('run_id') ORDER BY reason_code, source, location;
