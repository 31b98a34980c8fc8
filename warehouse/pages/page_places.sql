-- Where the events that a page shows took place, by the place that the event bears, where it is certain.
SELECT p.event_id, p.name, min(p.country) AS country, min(p.latitude) AS latitude, min(p.longitude) AS longitude
FROM event_place AS p JOIN event AS e USING (event_id)
WHERE e.place = p.name AND p.latitude IS NOT NULL AND p.event_id IN (FROM shown_event)
GROUP BY ALL
ORDER BY p.event_id;
