-- Which events are contested: who tells them as having happened, and who denies it?
SELECT
    e.edtf,
    e.title,
    list(DISTINCT coalesce(m.speaker, m.site, m.article_id) ORDER BY coalesce(m.speaker, m.site, m.article_id)) FILTER (m.modality = 'actual') AS told_by,
    list(DISTINCT coalesce(m.speaker, m.site, m.article_id) ORDER BY coalesce(m.speaker, m.site, m.article_id)) FILTER (m.modality = 'negated') AS denied_by,
    any_value(m.sentence ORDER BY m.article_published, m.mention_id) FILTER (m.modality = 'negated') AS denial,
    e.event_id
FROM event AS e
JOIN event_mention AS m USING (event_id)
WHERE e.contested
GROUP BY e.event_id, e.edtf, e.title, e.sort_date
ORDER BY e.sort_date NULLS LAST, e.event_id
