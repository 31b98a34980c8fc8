-- What quality.duckdb held of the last runs, this run apart.  Variables: run_id, runs_kept.
-- Temp tables in: none.  Out: run_kept.
CREATE OR REPLACE TEMP TABLE run_kept AS
SELECT run_id FROM ops.run WHERE run_id <> getvariable('run_id') ORDER BY started_at DESC LIMIT getvariable('runs_kept');

INSERT INTO quality.check_result BY NAME FROM quality_before.check_result SEMI JOIN run_kept USING (run_id);
INSERT INTO quality.check_failure BY NAME FROM quality_before.check_failure SEMI JOIN run_kept USING (run_id);
INSERT INTO quality.site_volume BY NAME FROM quality_before.site_volume SEMI JOIN run_kept USING (run_id);
