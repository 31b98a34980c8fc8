-- The current version of some articles, with the signs of when they were published.
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
    v.published,
    v.published_at,
    v.published_signal,
    v.published_precision,
    v.updated,
    nullif(v.kind, 'auto') AS kind,
    v.page_starts,
    coalesce(s.signals, []) AS signals
FROM core.article_version AS v
JOIN wanted USING (article_id, version)
LEFT JOIN signals AS s USING (article_id, version)
ORDER BY v.article_id
