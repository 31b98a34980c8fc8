-- Every outermost statement of every article.
INSERT INTO candidate.statement BY NAME
SELECT s.*
FROM core.statement AS s
ANTI JOIN gone_article USING (article_id)
ORDER BY s.article_id, s.nth
