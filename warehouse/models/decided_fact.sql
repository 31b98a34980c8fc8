-- Rows as people decided them (temp table decided_event) in the place of those of event_fact; temp table decided_date has
-- the events of which people decided the date, be it that nobody knows it.
UPDATE event_fact SET
    title = d.title,
    title_source = d.title_source,
    event_type = d.event_type,
    kind = d.kind,
    edtf = d.edtf,
    precision = d.precision,
    start_earliest = d.start_earliest,
    start_latest = d.start_latest,
    end_earliest = d.end_earliest,
    end_latest = d.end_latest,
    dated = d.dated,
    approximate = d.approximate,
    ongoing = d.ongoing,
    local_time = d.local_time,
    zone = d.zone,
    modality = d.modality,
    on_timeline = d.on_timeline,
    reason = d.reason,
    actors = d.actors,
    place = d.place,
    country = d.country,
    latitude = d.latitude,
    longitude = d.longitude,
    geoname_id = d.geoname_id,
    decided = d.decided,
    starred = d.starred,
    note = d.note,
    confirmed_by = d.confirmed_by,
    disputed_by = d.disputed_by,
    sort_date = coalesce(CASE WHEN d.dated THEN d.start_latest END, d.start_earliest, d.start_latest, d.end_earliest, d.end_latest)
FROM decided_event AS d
WHERE event_fact.event_id = d.event_id;

-- Merging or parting is a decision about the row too.
UPDATE event_fact SET decided = true
WHERE event_id IN (SELECT event_id FROM decision_outcome WHERE applied AND event_id IS NOT NULL);

CREATE OR REPLACE TEMP TABLE decided_date AS
SELECT DISTINCT event_id FROM decision_outcome WHERE action = 'date' AND applied;
