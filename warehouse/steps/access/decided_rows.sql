-- The events of some mentions as a reader sees them.  Parameter: mentions.
-- Temp tables in: none.  Out: none.
SELECT
    e.event_id,
    e.edtf,
    e.precision,
    e.dated,
    e.approximate,
    e.start_earliest,
    e.start_latest,
    e.end_earliest,
    e.end_latest,
    e.kind,
    e.ongoing,
    e.local_time,
    e.zone,
    e.title,
    e.event_type,
    e.modality,
    e.on_timeline,
    e.reason,
    e.level,
    e.actors,
    e.place,
    e.mentions,
    e.starred,
    e.note,
    e.confirmed_by,
    e.disputed_by
FROM event AS e
WHERE e.event_id IN (SELECT event_id FROM event_mention WHERE list_contains($mentions, mention_id))
ORDER BY e.sort_date NULLS LAST, e.event_id
