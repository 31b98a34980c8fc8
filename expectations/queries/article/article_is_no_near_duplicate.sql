-- no two articles are near-duplicates (wire copies count once as sources)
-- severity: info
-- remedy: nothing: copies count as one source
SELECT article_id AS row_key, article_id,
       'one of ' || count(*) OVER (PARTITION BY copy_group) || ' copies of one another' AS detail
FROM article
WHERE copy_group IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY copy_group) > 1
ORDER BY copy_group, article_id;
