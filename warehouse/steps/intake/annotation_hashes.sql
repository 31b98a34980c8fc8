-- What the annotations of some articles' current versions said.
-- Temp tables in: none.  Out: none.
SELECT article_id, annotation_hash
FROM core.article
WHERE article_id IN (SELECT unnest($ids)) AND annotated_version = version AND annotation_hash IS NOT NULL
