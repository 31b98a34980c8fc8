-- Every sign of when an article was published or updated.
INSERT INTO candidate.article_signal BY NAME
SELECT s.*
FROM core.article_signal AS s
ANTI JOIN gone_article USING (article_id)
ORDER BY s.article_id, s.version, s.nth
