-- What is planned for the time after a day?
-- day: the day, as 2024-03-09; by default the latest publication day
-- days: how many days ahead; by default 31
WITH asked AS (
    SELECT
        coalesce(getvariable('day')::DATE, (SELECT max(published) FROM article)) AS first_day,
        coalesce(getvariable('days')::INTEGER, 31) AS days
)

SELECT e.edtf, e.title, e.event_type, e.modality, e.place, e.speakers, e.sites, e.event_id
FROM event AS e, asked AS a
WHERE e.modality IN ('planned', 'possible')
    AND e.dated
    AND coalesce(e.end_latest, e.start_latest, e.start_earliest) >= a.first_day
    AND coalesce(e.start_earliest, e.start_latest, e.end_latest) <= a.first_day + a.days
ORDER BY e.sort_date NULLS LAST, e.day_position, e.event_id
