-- The chain of those who say what a mention tells.
INSERT INTO candidate.attribution BY NAME
SELECT s.* EXCLUDE (article_id)
FROM core.attribution AS s
ANTI JOIN gone_mention USING (mention_id)
ORDER BY s.mention_id, s.depth
