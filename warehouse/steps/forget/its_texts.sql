-- The hashes of all texts that an article has had.
-- Temp tables in: none.  Out: none.
SELECT DISTINCT sha256(text) FROM core.article_version WHERE article_id = $id
