-- An annotated article (temp table annotated_article) that is not in the store, or not with its current text.
-- Temp tables in: annotated_article.  Out: none.
SELECT t.article_id
FROM annotated_article AS t
LEFT JOIN core.article AS a USING (article_id)
LEFT JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.version
WHERE v.text IS DISTINCT FROM t.text
ORDER BY t.article_id
LIMIT 1
