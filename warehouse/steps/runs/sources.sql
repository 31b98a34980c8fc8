-- Notes what each source gave to a run (temp table source_read: source, documents, unmodified, refused, failure).
-- Variables: run_id, now.
-- Temp tables in: source_read.  Out: source_now.
CREATE OR REPLACE TEMP TABLE source_now AS
SELECT
    r.source,
    getvariable('run_id') AS run_id,
    getvariable('now') AS read_at,
    r.documents,
    r.unmodified,
    r.refused,
    r.failure,
    CASE WHEN r.documents + r.unmodified > 0 THEN 0 ELSE 1 + coalesce(o.silent_runs, 0) END AS silent_runs,
    CASE WHEN r.documents + r.unmodified > 0 THEN getvariable('now') ELSE o.gave_at END AS gave_at
FROM source_read AS r
LEFT JOIN ops.source AS o USING (source);

DELETE FROM ops.source WHERE source IN (SELECT source FROM source_now);
INSERT INTO ops.source BY NAME FROM source_now;
