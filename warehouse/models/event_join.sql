-- Why mentions are one event.
INSERT INTO candidate.event_join BY NAME
SELECT j.*
FROM core.event_join AS j
ANTI JOIN gone_event USING (event_id)
ORDER BY j.event_id, j.mention_id, j.other_mention_id
