-- Which key events happened in a month?
-- month: the month, as 2024-03; by default the last one with a dated event
WITH asked AS (
    SELECT coalesce(
        (getvariable('month') || '-01')::DATE,
        (SELECT date_trunc('month', max(start_earliest)) FROM timeline WHERE dated)
    )::DATE AS first_day
)

SELECT t.certainty, t.edtf, t.title, t.event_type, t.place, t.speakers, t.sites, t.mentions, t.event_id
FROM asked AS a, timeline_between(a.first_day, last_day(a.first_day)) AS t
WHERE t.dated
ORDER BY t.sort_date, t.event_id
