-- The checks of this run (quality.duckdb attached as quality) and the quarantine as it stands.  Variable: run_id.
TRUNCATE candidate.check_result;
TRUNCATE candidate.check_failure;
TRUNCATE candidate.quarantine;
INSERT INTO candidate.check_result BY NAME FROM quality.check_result WHERE run_id = getvariable('run_id');
INSERT INTO candidate.check_failure BY NAME FROM quality.check_failure WHERE run_id = getvariable('run_id');
INSERT INTO candidate.quarantine BY NAME FROM quality.quarantine;
