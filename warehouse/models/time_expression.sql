-- Every expression of time, by article and place.
INSERT INTO candidate.time_expression BY NAME
SELECT * EXCLUDE (nth)
FROM kept_time_expression
ORDER BY article_id, char_start, char_end, time_expression_id
