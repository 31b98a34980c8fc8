-- Where articles name days.
SELECT article_id, char_start, char_end, earliest
FROM time_expression
WHERE earliest = latest AND timex_type = 'DATE'
