-- The current version of some articles, with the signs of when they were published; what people decided of that holds.
-- Temp tables in: none.  Out: none.
WITH wanted AS (
    SELECT a.article_id, a.version
    FROM core.article AS a
    JOIN (SELECT unnest($ids) AS article_id) AS w USING (article_id)
),

signals AS (
    SELECT article_id, version, list(struct_pack(source, field, raw, day, instant, precision, detail, chosen) ORDER BY nth) AS signals
    FROM core.article_signal
    JOIN wanted USING (article_id, version)
    GROUP BY article_id, version
)

SELECT
    v.article_id,
    v.text,
    v.title,
    v.url,
    v.site,
    v.author,
    v.language,
    v.language_confidence,
    CASE WHEN d.has_published THEN d.published ELSE v.published END AS published,
    CASE WHEN d.has_published THEN d.published::VARCHAR ELSE v.published_at END AS published_at,
    CASE WHEN d.has_published THEN 'decided' ELSE v.published_signal END AS published_signal,
    CASE WHEN d.has_published THEN 'day' ELSE v.published_precision END AS published_precision,
    v.updated,
    nullif(v.kind, 'auto') AS kind,
    v.page_starts,
    coalesce(s.signals, []) AS signals
FROM core.article_version AS v
JOIN wanted USING (article_id, version)
LEFT JOIN signals AS s USING (article_id, version)
LEFT JOIN core.decided_article AS d ON d.article_id = v.article_id
ORDER BY v.article_id
