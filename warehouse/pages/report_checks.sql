-- How its checks came out, those that failed first.  Variable: run_id.
FROM check_result WHERE run_id = getvariable('run_id')
ORDER BY passed, list_position(['critical', 'warning', 'info'], severity), table_name, check_name;
