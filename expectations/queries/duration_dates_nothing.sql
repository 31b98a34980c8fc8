-- a duration that nothing anchors dates no mention
SELECT t.mention_id || ' ' || t.time_expression_id AS row_key, x.article_id,
       '"' || x.text || '" is given the role ' || t.role AS detail
FROM mention_time t
JOIN time_expression x USING (time_expression_id)
WHERE t.role <> 'duration' AND x.timex_type IN ('DURATION', 'SET') AND x.earliest IS NULL AND x.latest IS NULL;
