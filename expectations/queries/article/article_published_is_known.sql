-- an article has a publication day
-- severity: info
-- remedy: give the day in a manifest's column `published`
SELECT article_id AS row_key, article_id, 'published unknown: what hangs on it stays open' AS detail
FROM article
WHERE published IS NULL;
