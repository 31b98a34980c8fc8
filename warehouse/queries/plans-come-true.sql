-- Which plans came true: key events told as planned first and as having happened later?
SELECT
    e.edtf,
    e.title,
    min(m.article_published) FILTER (m.modality = 'planned') AS first_planned,
    min(m.article_published) FILTER (m.modality = 'actual') AS first_told_as_done,
    e.event_id
FROM timeline AS e
JOIN event_mention AS m USING (event_id)
GROUP BY e.event_id, e.edtf, e.title, e.sort_date
HAVING first_planned IS NOT NULL AND first_told_as_done IS NOT NULL
ORDER BY e.sort_date NULLS LAST, e.event_id
