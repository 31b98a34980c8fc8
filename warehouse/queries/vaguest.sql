-- Which key events are known least exactly, with the widest span of days in which they can lie?
-- top: how many; by default 30
SELECT e.edtf, e.precision, e.end_latest - e.start_earliest AS days, e.title, e.mentions, e.event_id
FROM timeline AS e
WHERE e.dated AND e.kind = 'point'
ORDER BY days DESC NULLS FIRST, e.event_id
LIMIT (SELECT coalesce(getvariable('top')::BIGINT, 30))
