-- without a publication date no expression is reckoned from one
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT t.time_expression_id AS row_key, t.article_id,
       '"' || t.text || '" was reckoned from ' || t.anchor_date || ' (' || coalesce(t.anchor_reason, '') || ')' AS detail
FROM time_expression t
JOIN article a USING (article_id)
WHERE a.published IS NULL AND t.anchor_date IS NOT NULL AND t.anchor_reason LIKE '%publication%';
