-- A view's column that has no comment of its own takes the one of the table column of its name, the view's own tables
-- first.  Leaves the statements that do it in the temp table inherited_comment.
-- Temp tables in: none.  Out: inherited_comment.
CREATE OR REPLACE TEMP TABLE inherited_comment AS
WITH bare AS (
    SELECT v.view_name, v.sql, c.column_name
    FROM duckdb_views() AS v
    JOIN duckdb_columns() AS c ON c.table_name = v.view_name AND c.database_name = v.database_name
    WHERE v.database_name = current_database() AND NOT v.internal AND c.comment IS NULL
),

commented AS (
    SELECT table_name, column_name, comment
    FROM duckdb_columns()
    WHERE database_name = current_database() AND comment IS NOT NULL
        AND table_name NOT IN (SELECT view_name FROM duckdb_views())
)

SELECT format('COMMENT ON COLUMN {}."{}" IS ''{}''', view_name, column_name, replace(comment, '''', '''''')) AS statement
FROM (
    SELECT b.*, t.table_name, t.comment, regexp_extract(b.sql, '(FROM|JOIN) \(*"?' || t.table_name || '"?\b') AS reference
    FROM bare AS b
    JOIN commented AS t USING (column_name)
)
WHERE reference <> ''
QUALIFY row_number() OVER (PARTITION BY view_name, column_name ORDER BY strpos(sql, reference)) = 1
ORDER BY statement;
