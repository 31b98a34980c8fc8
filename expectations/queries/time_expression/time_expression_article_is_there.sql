-- the article of an expression is there
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT t.time_expression_id AS row_key, t.article_id, 'no such article' AS detail
FROM time_expression t
ANTI JOIN article a USING (article_id);
