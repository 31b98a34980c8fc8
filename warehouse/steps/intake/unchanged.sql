-- Which of the offered readings (temp table offered_reading) need no reading: settled, and every article that they gave
-- stands with that content or was forgotten.  Their articles count as seen by the run.  Variable: run_id.
-- Temp tables in: offered_reading.  Out: known_reading.
CREATE OR REPLACE TEMP TABLE known_reading AS
SELECT r.reading_id, any_value(r.uri) AS uri
FROM raw.reading AS r
JOIN offered_reading USING (reading_id)
LEFT JOIN raw.reading_article AS given USING (reading_id)
LEFT JOIN core.article AS a USING (article_id)
LEFT JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.version
LEFT JOIN ops.tombstone AS t ON t.article_id_sha256 = sha256(given.article_id)
WHERE r.settled
GROUP BY r.reading_id
HAVING bool_and(given.article_id IS NULL OR t.article_id_sha256 IS NOT NULL OR v.content_sha256 IS NOT DISTINCT FROM given.content_sha256);

INSERT INTO ops.seen
SELECT getvariable('run_id'), v.article_id, v.content_sha256, v.text_sha256, v.published, v.updated, k.uri
FROM known_reading AS k
JOIN raw.reading_article AS given USING (reading_id)
JOIN core.article AS a USING (article_id)
JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.version;
