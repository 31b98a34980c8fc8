-- The checks of this run and the quarantine as it stands.
-- In: new_result, new_failure.
-- Temp tables in: new_failure, new_result.  Out: none.
TRUNCATE candidate.check_result;
TRUNCATE candidate.check_failure;
TRUNCATE candidate.quarantine;
INSERT INTO candidate.check_result BY NAME FROM new_result ORDER BY table_name, check_name;
INSERT INTO candidate.check_failure BY NAME FROM new_failure ORDER BY table_name, check_name, row_key;
INSERT INTO candidate.quarantine BY NAME SELECT * EXCLUDE (article_id) FROM ops.quarantine ORDER BY last_seen, source, location, reason_code;
