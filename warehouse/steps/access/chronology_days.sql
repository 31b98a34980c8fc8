-- Where articles name days.
-- Temp tables in: none.  Out: none.
SELECT article_id, char_start, char_end, earliest
FROM time_expression
WHERE earliest = latest AND timex_type = 'DATE'
