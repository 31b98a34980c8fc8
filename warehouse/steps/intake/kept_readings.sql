-- Readings whose bytes are kept and whose articles stand (or that gave none): what a better reader may read again.
-- Temp tables in: none.  Out: none.
SELECT DISTINCT ON (r.snapshot_sha256, r.uri, r.hints) r.snapshot_sha256, r.uri, r.media_type, r.read_at, r.hints
FROM raw.reading AS r
JOIN raw.snapshot AS s USING (snapshot_sha256)
LEFT JOIN raw.reading_article AS given USING (reading_id)
LEFT JOIN core.article AS a USING (article_id)
LEFT JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.version
WHERE s.content IS NOT NULL
    AND r.hints IS NOT NULL
    AND r.settled
    AND (given.article_id IS NULL OR v.content_sha256 = given.content_sha256)
ORDER BY r.snapshot_sha256, r.uri, r.hints, r.read_at
