-- The annotated articles whose terms are missing or come from something else than now; what is stale is found first, so
-- that no other article's text is read.  Variable: stories_version.
-- Temp tables in: none.  Out: stale_article.
CREATE OR REPLACE TEMP TABLE stale_article AS
SELECT
    a.article_id,
    a.annotated_version AS version,
    m.made_from,
    coalesce(a.text_kind, 'news') <> 'live' AS ties,
    d.has_published,
    d.published AS decided
FROM core.article AS a
LEFT JOIN core.decided_article AS d ON d.article_id = a.article_id
CROSS JOIN LATERAL (
    SELECT concat_ws('|', a.annotated_version, coalesce(a.annotation_hash, a.rules_version), a.text_kind, d.has_published, d.published, getvariable('stories_version')) AS made_from
) AS m
LEFT JOIN core.story_article AS s ON s.article_id = a.article_id
WHERE a.annotated_version IS NOT NULL AND s.made_from IS DISTINCT FROM m.made_from;
