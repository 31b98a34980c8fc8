-- an article has a publication day
SELECT article_id AS row_key, article_id, 'published unknown: what hangs on it stays open' AS detail
FROM article
WHERE published IS NULL;
