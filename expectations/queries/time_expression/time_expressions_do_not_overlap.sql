-- no two expressions of an article overlap
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT time_expression_id AS row_key, article_id, '"' || text || '" begins before the one in front of it ends' AS detail
FROM time_expression
QUALIFY char_start < lag(char_end) OVER (PARTITION BY article_id ORDER BY char_start, char_end);
