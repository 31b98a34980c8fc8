-- Which expressions of time date which mentions.
INSERT INTO candidate.mention_time BY NAME
SELECT t.* EXCLUDE (article_id)
FROM core.mention_time AS t
SEMI JOIN kept_mention USING (mention_id)
SEMI JOIN kept_time_expression USING (time_expression_id)
ORDER BY t.mention_id, t.time_expression_id, t.role
