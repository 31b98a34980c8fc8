-- The tables of the warehouse's own layers.
-- Temp tables in: none.  Out: none.
SELECT schema_name, table_name
FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name IN ('raw', 'core', 'ops')
ORDER BY schema_name, table_name
