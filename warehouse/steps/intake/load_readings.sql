-- Takes in offered readings (temp table offered_reading) and their articles (offered_article).  Variable: run_id.
-- Temp tables in: offered_article, offered_reading.  Out: tombstoned.
CREATE OR REPLACE TEMP TABLE tombstoned AS
SELECT DISTINCT o.reading_id, o.article_id
FROM offered_article AS o
JOIN ops.tombstone AS t ON t.article_id_sha256 = sha256(o.article_id) OR t.text_sha256 = o.text_sha256;

-- The bytes of a snapshot with a forgotten article in it are not kept, nor is the article's text.
INSERT INTO raw.snapshot BY NAME
SELECT DISTINCT ON (snapshot_sha256)
    snapshot_sha256, uri, media_type, fetched_at, size_bytes,
    CASE WHEN reading_id NOT IN (SELECT reading_id FROM tombstoned) THEN content END AS content,
    getvariable('run_id') AS run_id
FROM offered_reading
WHERE snapshot_sha256 NOT IN (SELECT snapshot_sha256 FROM raw.snapshot)
ORDER BY snapshot_sha256, uri;

DELETE FROM raw.reading_article WHERE reading_id IN (SELECT reading_id FROM offered_reading);
DELETE FROM raw.reading WHERE reading_id IN (SELECT reading_id FROM offered_reading);

INSERT INTO raw.reading BY NAME
SELECT DISTINCT ON (reading_id)
    reading_id, snapshot_sha256, uri, media_type, hints, fetched_at AS read_at, getvariable('run_id') AS run_id, false AS settled
FROM offered_reading
WHERE whole;

INSERT INTO raw.reading_article
SELECT DISTINCT reading_id, article_id, content_sha256
FROM offered_article
WHERE reading_id IN (SELECT reading_id FROM offered_reading WHERE whole);

INSERT INTO ops.seen
SELECT getvariable('run_id'), article_id, content_sha256, text_sha256, published, updated, source
FROM offered_article;

INSERT INTO core.incoming BY NAME
SELECT o.* EXCLUDE (reading_id, source)
FROM offered_article AS o
ANTI JOIN core.article_version AS v USING (article_id, content_sha256)
ANTI JOIN tombstoned AS t USING (article_id);
