-- the first day that an expression can mean is not after the last
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT time_expression_id AS row_key, article_id, earliest || ' is after ' || latest AS detail
FROM time_expression
WHERE earliest > latest;
