-- The articles in the order of their day and id, with their words one after another and where each stands so far.
-- Temp tables in: changed_article.  Out: none.
SELECT s.article_id, s.day, s.ties, s.words, s.named, s.weights, p.founder, p.other_founder, c.article_id IS NOT NULL AS fresh
FROM core.story_article AS s
LEFT JOIN core.story_place AS p USING (article_id)
LEFT JOIN changed_article AS c USING (article_id)
ORDER BY s.day, s.article_id
