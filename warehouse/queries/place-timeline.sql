-- Which key events happened in a place, by their own words or by where their article is?
-- place: part of its name; by default the place with most events
WITH asked AS (
    SELECT lower(coalesce(
        getvariable('place'),
        (SELECT place FROM timeline WHERE place IS NOT NULL GROUP BY place ORDER BY count(*) DESC, place LIMIT 1)
    )) AS place
)

SELECT e.edtf, e.title, e.event_type, e.place, e.country, e.event_id
FROM timeline AS e, asked AS a
WHERE contains(lower(e.place), a.place)
    OR e.event_id IN (SELECT p.event_id FROM event_place AS p WHERE contains(lower(p.name), a.place))
    OR (
        e.place IS NULL
        AND e.event_id IN (SELECT m.event_id FROM event_mention AS m JOIN article_place AS s USING (article_id) WHERE contains(lower(s.name), a.place))
    )
ORDER BY e.sort_date NULLS LAST, e.event_id
