-- What changed since the last version: the events that articles tell of which arrived after it was published
WITH last_version AS (
    SELECT max(published_at) AS published_at
    FROM publication
    WHERE version < (SELECT max(version) FROM publication)
),

arrived AS (
    SELECT v.article_id, min(v.version) > 1 AS is_correction
    FROM article_version AS v, last_version AS l
    WHERE l.published_at IS NULL OR v.arrived > l.published_at
    GROUP BY v.article_id
)

SELECT
    e.edtf,
    e.title,
    CASE
        WHEN bool_or(a.is_correction) THEN 'changed article'
        WHEN count(*) = e.mentions THEN 'new event'
        ELSE 'new article on a known event'
    END AS change,
    string_agg(DISTINCT m.article_id, ', ' ORDER BY m.article_id) AS articles,
    e.event_id
FROM event AS e
JOIN event_mention AS m USING (event_id)
JOIN arrived AS a USING (article_id)
WHERE e.on_timeline
GROUP BY e.event_id, e.edtf, e.title, e.mentions, e.sort_date
ORDER BY e.sort_date NULLS LAST, e.event_id
