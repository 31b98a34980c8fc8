-- What is still going on, at any level, as far as was last told?
SELECT e.edtf, e.title, e.event_type, e.place, e.start_earliest, e.start_latest, max(m.article_published) AS last_told, e.event_id
FROM event AS e
JOIN event_mention AS m USING (event_id)
WHERE e.on_timeline AND (e.ongoing OR e.kind = 'state')
GROUP BY e.event_id, e.edtf, e.title, e.event_type, e.place, e.start_earliest, e.start_latest
ORDER BY last_told DESC NULLS LAST, e.event_id
