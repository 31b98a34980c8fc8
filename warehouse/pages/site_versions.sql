-- When each published version appeared.
SELECT version, strftime(published_at, '%Y-%m-%dT%H:%M:%SZ') AS published_at FROM publication ORDER BY version;
