-- Tables and views with their comments, tables first.
-- Temp tables in: none.  Out: none.
SELECT table_name AS name, 'Table' AS kind, comment FROM duckdb_tables() WHERE database_name = 'dictionary'
UNION ALL
SELECT view_name, 'View', comment FROM duckdb_views() WHERE database_name = 'dictionary' AND NOT internal
ORDER BY kind, name
