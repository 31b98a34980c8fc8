-- Who said what first: for each key event, the first article that tells of it and whom it names as its source
SELECT
    e.edtf,
    e.title,
    arg_min(m.site, (m.article_published, m.article_id)) AS first_site,
    arg_min(coalesce(m.speaker, '(the article itself)'), (m.article_published, m.article_id)) AS first_speaker,
    min(m.article_published) AS first_told,
    count(DISTINCT m.article_id) AS articles,
    e.event_id
FROM timeline AS e
JOIN event_mention AS m USING (event_id)
WHERE m.article_published IS NOT NULL
GROUP BY e.event_id, e.edtf, e.title, e.sort_date
HAVING count(DISTINCT m.article_id) > 1
ORDER BY e.sort_date NULLS LAST, e.event_id
