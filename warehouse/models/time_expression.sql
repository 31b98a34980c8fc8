-- Every expression of time, by article and place.
INSERT INTO candidate.time_expression BY NAME
SELECT * EXCLUDE (nth)
FROM core.time_expression
ANTI JOIN gone_time_expression USING (time_expression_id)
ORDER BY article_id, char_start, time_expression_id
