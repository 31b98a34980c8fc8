-- The most important event of each day of a digest.
-- Temp tables in: none.  Out: none.
SELECT start_earliest AS day, title
FROM timeline
WHERE dated AND start_earliest = start_latest
QUALIFY row_number() OVER (PARTITION BY start_earliest ORDER BY importance DESC, event_id) = 1
