-- the coordinates of a place are degrees on the globe, both or none
-- severity: critical
-- fault: table
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT p.mention_id AS row_key, m.article_id, p.name || ' at ' || coalesce(CAST(p.latitude AS VARCHAR), '?') || ', '
       || coalesce(CAST(p.longitude AS VARCHAR), '?') AS detail
FROM event_place p
JOIN event_mention m USING (mention_id)
WHERE (p.latitude IS NULL) <> (p.longitude IS NULL) OR abs(p.latitude) > 90 OR abs(p.longitude) > 180;
