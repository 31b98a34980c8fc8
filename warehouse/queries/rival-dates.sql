-- On which events do the articles give different days?
SELECT
    e.title,
    e.edtf,
    list(DISTINCT m.edtf ORDER BY m.edtf) AS told,
    list(DISTINCT coalesce(m.speaker, m.site, m.article_id) || ': ' || m.edtf ORDER BY coalesce(m.speaker, m.site, m.article_id) || ': ' || m.edtf) AS who_tells_what,
    e.event_id
FROM event AS e
JOIN event_mention AS m USING (event_id)
WHERE m.dated AND m.precision = 'day'
GROUP BY e.event_id, e.title, e.edtf, e.sort_date
HAVING count(DISTINCT m.start_earliest) > 1
ORDER BY e.sort_date NULLS LAST, e.event_id
