-- Which expressions of time date which mentions.
INSERT INTO candidate.mention_time BY NAME
SELECT t.* EXCLUDE (article_id)
FROM core.mention_time AS t
ANTI JOIN gone_mention USING (mention_id)
ANTI JOIN gone_time_expression USING (time_expression_id)
ORDER BY t.mention_id, t.time_expression_id, t.role
