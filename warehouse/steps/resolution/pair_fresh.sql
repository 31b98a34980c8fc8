-- The pairs to weigh, those among the same mentions together, so that each mention is read few times.  Variable: together.
-- Temp tables in: fresh_pair.  Out: none.
SELECT one, other, ties
FROM fresh_pair
ORDER BY other // getvariable('together'), one // getvariable('together'), other, one
