-- Clears away what a run that was killed left half-read; what it had settled stays.
-- One that was killed after it had published did publish.
-- Temp tables in: none.  Out: none.
UPDATE ops.run AS r SET status = 'published', version = p.version
FROM ops.publication AS p
WHERE r.status = 'running' AND p.run_id = r.run_id;
UPDATE ops.run SET status = 'interrupted' WHERE status = 'running';
DELETE FROM raw.reading_article WHERE reading_id IN (SELECT reading_id FROM raw.reading WHERE NOT settled);
DELETE FROM raw.reading WHERE NOT settled;
TRUNCATE core.incoming;
TRUNCATE ops.seen;
