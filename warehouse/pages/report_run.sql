-- One run.  Variable: run_id.
FROM run WHERE run_id = getvariable('run_id');
