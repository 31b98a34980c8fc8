-- The articles in the order of their day and id, with their words one after another and the founder that each has so far.
-- Temp tables in: none.  Out: none.
SELECT s.article_id, s.day, s.ties, s.words, s.named, s.weights, t.founder
FROM core.story_article AS s
LEFT JOIN (SELECT article_id, arg_max(founder, day) AS founder FROM core.story_step GROUP BY article_id) AS t USING (article_id)
ORDER BY s.day, s.article_id
