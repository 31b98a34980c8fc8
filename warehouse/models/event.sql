-- One row an event; sort_date is the earliest day that any bound names.
INSERT INTO candidate.event BY NAME
SELECT
    * EXCLUDE (founding_mention_id),
    coalesce(start_earliest, start_latest, end_earliest, end_latest) AS sort_date
FROM core.event
ANTI JOIN gone_event USING (event_id)
ORDER BY sort_date NULLS LAST, event_id
