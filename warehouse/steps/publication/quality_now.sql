-- Runs and quarantine as the warehouse has them, and this run's checks (temp tables new_result, new_failure).
-- Temp tables in: new_failure, new_result.  Out: none.
INSERT INTO quality.run BY NAME FROM ops.run ORDER BY started_at;
INSERT INTO quality.source BY NAME FROM ops.source ORDER BY source;
INSERT INTO quality.quarantine BY NAME SELECT * EXCLUDE (article_id) FROM ops.quarantine ORDER BY last_seen, source, location, reason_code;
INSERT INTO quality.check_result BY NAME FROM new_result ORDER BY table_name, check_name;
INSERT INTO quality.check_failure BY NAME FROM new_failure ORDER BY table_name, check_name, row_key;
