-- The runs so far; the one under way as published with this version.  Variables: run_id, version, now.
-- Temp tables in: none.  Out: none.
TRUNCATE candidate.run;
INSERT INTO candidate.run BY NAME
SELECT * REPLACE (
    CASE WHEN run_id = getvariable('run_id') THEN 'published' ELSE status END AS status,
    CASE WHEN run_id = getvariable('run_id') THEN getvariable('now')::TIMESTAMP ELSE finished_at END AS finished_at,
    CASE WHEN run_id = getvariable('run_id') THEN getvariable('version') ELSE version END AS version
)
FROM ops.run
ORDER BY started_at, run_id;
