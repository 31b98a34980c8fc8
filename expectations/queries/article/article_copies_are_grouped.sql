-- articles with the very same text are in one copy group
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT min(article_id) AS row_key, min(article_id) AS article_id,
       'the same text as ' || string_agg(article_id, ', ' ORDER BY article_id) AS detail
FROM article
GROUP BY text
HAVING count(*) > 1 AND (count(DISTINCT copy_group) > 1 OR bool_or(copy_group IS NULL));
