-- Columns with their types and comments, in their order.
-- Temp tables in: none.  Out: none.
SELECT table_name, column_name, data_type, is_nullable, comment
FROM duckdb_columns()
WHERE database_name = 'dictionary' AND NOT internal
ORDER BY table_name, column_index
