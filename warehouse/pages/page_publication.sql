-- Which version this is.
SELECT version, strftime(published_at, '%Y-%m-%d %H:%M UTC') AS published_at FROM publication ORDER BY version DESC LIMIT 1;
