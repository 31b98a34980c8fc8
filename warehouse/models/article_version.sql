-- Every version of the published articles.
INSERT INTO candidate.article_version BY NAME
SELECT
    v.article_id,
    v.version,
    v.version = k.version AS is_current,
    v.url,
    v.site,
    v.title,
    v.author,
    v.published,
    v.published_at,
    v.published_signal,
    v.published_precision,
    v.updated,
    v.language,
    v.text,
    v.content_sha256,
    v.arrived
FROM core.article_version AS v
JOIN kept_article AS k USING (article_id)
ORDER BY v.article_id, v.version
