-- Drops an article from raw, core and ops, but for what hangs on its mentions (drop_article_rows; merging anew clears its
-- events).  Variables: article_id, now.
-- Temp tables in: none.  Out: quoted, its_reading.
INSERT INTO ops.tombstone
SELECT sha256(article_id), text_sha256, getvariable('now')
FROM core.article_version
WHERE article_id = getvariable('article_id');

-- What the checks and readers quoted of it, under whatever name.
CREATE OR REPLACE TEMP TABLE quoted AS
SELECT DISTINCT sentence FROM core.event_mention WHERE article_id = getvariable('article_id')
UNION
SELECT title FROM core.article_version WHERE article_id = getvariable('article_id') AND title <> '';

DELETE FROM ops.quarantine
WHERE article_id = getvariable('article_id')
    OR location = getvariable('article_id')
    OR source IN (
        SELECT r.uri FROM raw.reading AS r JOIN raw.reading_article AS g USING (reading_id) WHERE g.article_id = getvariable('article_id')
    )
    OR EXISTS (FROM quoted AS q WHERE contains(detail, q.sentence));

UPDATE ops.source SET failure = NULL;
DELETE FROM ops.source
WHERE source IN (
    SELECT r.uri FROM raw.reading AS r JOIN raw.reading_article AS g USING (reading_id) WHERE g.article_id = getvariable('article_id')
);

DELETE FROM raw.snapshot
WHERE snapshot_sha256 IN (
    SELECT r.snapshot_sha256 FROM raw.reading AS r JOIN raw.reading_article AS g USING (reading_id) WHERE g.article_id = getvariable('article_id')
);

CREATE OR REPLACE TEMP TABLE its_reading AS
SELECT reading_id FROM raw.reading_article WHERE article_id = getvariable('article_id');

DELETE FROM raw.reading WHERE reading_id IN (SELECT reading_id FROM its_reading);
DELETE FROM raw.reading_article WHERE reading_id IN (SELECT reading_id FROM its_reading);
DELETE FROM ops.seen WHERE article_id = getvariable('article_id');
DELETE FROM core.incoming WHERE article_id = getvariable('article_id');
DELETE FROM core.article WHERE article_id = getvariable('article_id');
DELETE FROM core.article_version WHERE article_id = getvariable('article_id');
DELETE FROM core.article_signal WHERE article_id = getvariable('article_id');
DELETE FROM core.article_sketch WHERE article_id = getvariable('article_id');
DELETE FROM core.decided_article WHERE article_id = getvariable('article_id');
DELETE FROM core.story_article WHERE article_id = getvariable('article_id');
TRUNCATE core.story_place;
TRUNCATE core.story_join;
TRUNCATE core.story;
DELETE FROM core.copy_pair WHERE article_id = getvariable('article_id') OR other_article_id = getvariable('article_id');
