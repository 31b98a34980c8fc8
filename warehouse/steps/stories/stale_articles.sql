-- The annotated articles whose terms are missing or come from something else than now.  Variable: stories_version.
-- Temp tables in: none.  Out: none.
SELECT
    a.article_id,
    concat_ws('|', a.annotated_version, coalesce(a.annotation_hash, a.rules_version), a.text_kind, d.published, getvariable('stories_version')) AS made_from,
    v.title,
    v.text,
    v.language,
    coalesce(CASE WHEN d.has_published THEN d.published ELSE v.published END, DATE '9999-12-31') AS day,
    coalesce(a.text_kind, 'news') <> 'live' AS ties,
    coalesce(list([f.char_start, f.char_end] ORDER BY f.char_start, f.char_end) FILTER (f.char_start IS NOT NULL), []) AS furniture
FROM core.article AS a
JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.annotated_version
LEFT JOIN core.decided_article AS d ON d.article_id = a.article_id
LEFT JOIN core.story_article AS s ON s.article_id = a.article_id
LEFT JOIN core.article_furniture AS f ON f.article_id = a.article_id
WHERE s.made_from IS DISTINCT FROM concat_ws('|', a.annotated_version, coalesce(a.annotation_hash, a.rules_version), a.text_kind, d.published, getvariable('stories_version'))
GROUP BY ALL
ORDER BY a.article_id
