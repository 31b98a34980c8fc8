-- On which events do the articles give different days?
WITH rival AS (
    SELECT event_id
    FROM event_mention
    WHERE dated AND precision = 'day'
    GROUP BY event_id
    HAVING min(start_earliest) <> max(start_earliest)
),

told AS (
    SELECT event_id, edtf, coalesce(speaker, site, article_id) || ': ' || edtf AS who_tells_what
    FROM event_mention
    SEMI JOIN rival USING (event_id)
    WHERE dated AND precision = 'day'
)

SELECT
    e.title,
    e.edtf,
    list(DISTINCT t.edtf ORDER BY t.edtf) AS told,
    list(DISTINCT t.who_tells_what ORDER BY t.who_tells_what) AS who_tells_what,
    e.event_id
FROM event AS e
JOIN told AS t USING (event_id)
GROUP BY e.event_id, e.title, e.edtf, e.sort_date
ORDER BY e.sort_date NULLS LAST, e.event_id
