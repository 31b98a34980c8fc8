-- Every version ever published, as a published file knows them.
-- Temp tables in: none.  Out: none.
SELECT version, published_at, run_id, digest, events, on_timeline, dated, mentions, articles
FROM publication
ORDER BY version
