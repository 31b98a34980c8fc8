-- What the stale articles (temp table stale_article) say, with what stands on their pages beside it.
-- Temp tables in: stale_article.  Out: none.
WITH beside AS (
    SELECT article_id, list([char_start, char_end] ORDER BY char_start, char_end) AS furniture
    FROM core.article_furniture
    SEMI JOIN stale_article USING (article_id)
    GROUP BY article_id
)

SELECT
    a.article_id,
    a.made_from,
    v.title,
    v.text,
    v.language,
    coalesce(CASE WHEN a.has_published THEN a.decided ELSE v.published END, DATE '9999-12-31') AS day,
    a.ties,
    coalesce(f.furniture, []) AS furniture
FROM stale_article AS a
JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.version
LEFT JOIN beside AS f ON f.article_id = a.article_id
ORDER BY a.article_id
