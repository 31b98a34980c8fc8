-- Which key events do most independent articles tell of?
-- top: how many; by default 20
SELECT edtf, title, event_type, independent_articles, articles, mentions, sites, event_id
FROM timeline
ORDER BY independent_articles DESC, mentions DESC, event_id
LIMIT (SELECT coalesce(getvariable('top')::BIGINT, 20))
