-- Keeps the refused rows (temp table refused); one refused before keeps its first day and gets a new last one.
-- Variables: run_id, now.
-- Temp tables in: refused.  Out: refused_once.
CREATE OR REPLACE TEMP TABLE refused_once AS
SELECT DISTINCT ON (stage, source, location, reason_code) *
FROM refused
ORDER BY stage, source, location, reason_code, detail;

UPDATE ops.quarantine AS q
SET run_id = getvariable('run_id'), last_seen = getvariable('now'), detail = r.detail, remedy = r.remedy
FROM refused_once AS r
WHERE q.stage = r.stage AND q.source = r.source AND q.location = r.location AND q.reason_code = r.reason_code;

INSERT INTO ops.quarantine BY NAME
SELECT
    getvariable('run_id') AS run_id,
    r.stage,
    r.source,
    r.location,
    r.reason_code,
    r.detail,
    r.remedy,
    r.article_id,
    getvariable('now') AS first_seen,
    getvariable('now') AS last_seen
FROM refused_once AS r
ANTI JOIN ops.quarantine AS q USING (stage, source, location, reason_code);
