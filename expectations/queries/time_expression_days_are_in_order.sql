-- the first day that an expression can mean is not after the last
SELECT time_expression_id AS row_key, article_id, earliest || ' is after ' || latest AS detail
FROM time_expression
WHERE earliest > latest;
