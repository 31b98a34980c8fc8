-- Which checks failed on this version, and on which rows?
SELECT r.severity, r.check_name, r.description, r.rows_failed, f.row_key, f.article_id, f.detail, r.remedy
FROM check_result AS r
LEFT JOIN check_failure AS f USING (run_id, check_name)
WHERE NOT r.passed
ORDER BY CASE r.severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, r.check_name, f.row_key
