"""DuckDB: the store, its schema, and everything set-shaped, in SQL files."""
