-- Articles whose id is, or begins with, what was given.
-- Temp tables in: none.  Out: none.
SELECT article_id FROM core.article WHERE starts_with(article_id, $id) ORDER BY article_id <> $id, article_id LIMIT 4
