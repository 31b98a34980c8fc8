-- a duration that nothing anchors dates no mention
-- severity: critical
-- fault: table
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT t.mention_id || ' ' || t.time_expression_id AS row_key, x.article_id,
       '"' || x.text || '" is given the role ' || t.role AS detail
FROM mention_time t
JOIN time_expression x USING (time_expression_id)
WHERE t.role <> 'duration' AND x.timex_type IN ('DURATION', 'SET') AND x.earliest IS NULL AND x.latest IS NULL;
