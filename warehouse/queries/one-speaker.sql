-- Which key events rest on one speaker alone?
SELECT e.edtf, e.title, e.speakers[1] AS speaker, e.sites, e.mentions, e.event_id
FROM timeline AS e
WHERE len(e.speakers) = 1
    AND NOT EXISTS (FROM event_mention AS m WHERE m.event_id = e.event_id AND m.modality = 'actual' AND m.speaker IS NULL)
ORDER BY e.sort_date NULLS LAST, e.day_position, e.event_id
