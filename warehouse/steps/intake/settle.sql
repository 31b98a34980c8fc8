-- Decides what counts of all that a run was offered (ops.seen, core.incoming).  Variables: run_id, now.
-- Leaves the temp tables refused (for the quarantine) and settled_counts.
-- Temp tables in: none.  Out: collision, refused, forgotten, winner, arrived, known_before, chosen, settled_counts, sketched.

CREATE OR REPLACE TEMP TABLE collision AS
SELECT
    article_id,
    string_agg(DISTINCT source, ' and ' ORDER BY source) AS sources,
    min(source) AS first_source
FROM ops.seen
GROUP BY article_id
HAVING count(DISTINCT text_sha256) > 1;

CREATE OR REPLACE TEMP TABLE refused AS
SELECT
    'ingest' AS stage,
    first_source AS source,
    article_id AS location,
    'id_collision' AS reason_code,
    'two contents came under the id ' || article_id || ' in one run: from ' || sources AS detail,
    'give each article its own id, or leave one of the two out' AS remedy,
    article_id
FROM collision;

CREATE OR REPLACE TEMP TABLE forgotten AS
SELECT DISTINCT s.article_id
FROM ops.seen AS s
JOIN ops.tombstone AS t ON t.article_id_sha256 = sha256(s.article_id) OR t.text_sha256 = s.text_sha256;

CREATE OR REPLACE TEMP TABLE winner AS
SELECT article_id, content_sha256, text_sha256
FROM ops.seen
ANTI JOIN collision USING (article_id)
ANTI JOIN forgotten USING (article_id)
QUALIFY row_number() OVER (
    PARTITION BY article_id ORDER BY updated DESC NULLS LAST, published DESC NULLS LAST, content_sha256
) = 1;

-- A reading whose article lost against the same text with other metadata leads to the winner: it need not be read again
-- while the winner stands.
UPDATE raw.reading_article AS given
SET content_sha256 = w.content_sha256
FROM winner AS w
WHERE given.article_id = w.article_id
    AND given.content_sha256 <> w.content_sha256
    AND given.reading_id IN (SELECT reading_id FROM raw.reading WHERE NOT settled);

DELETE FROM raw.reading_article
WHERE article_id IN (SELECT article_id FROM forgotten)
    AND article_id NOT IN (SELECT article_id FROM core.article);

DELETE FROM raw.reading
WHERE NOT settled AND reading_id IN (SELECT reading_id FROM raw.reading_article JOIN collision USING (article_id));

SET VARIABLE arrival = nextval('ops.arrival');

CREATE OR REPLACE TEMP TABLE arrived AS
SELECT i.*
FROM core.incoming AS i
JOIN winner AS w USING (article_id, content_sha256)
QUALIFY row_number() OVER (PARTITION BY i.article_id) = 1;

CREATE OR REPLACE TEMP TABLE known_before AS
SELECT w.article_id, a.version AS current_version, max(v.version) AS versions
FROM winner AS w
JOIN core.article AS a USING (article_id)
JOIN core.article_version AS v USING (article_id)
GROUP BY ALL;

-- A known content that does not count at the moment arrives anew.
UPDATE core.article_version AS v
SET arrival = getvariable('arrival'), superseded = false
FROM winner AS w, known_before AS k
WHERE w.article_id = v.article_id
    AND k.article_id = v.article_id
    AND w.content_sha256 = v.content_sha256
    AND v.version <> k.current_version;

INSERT INTO core.article_version BY NAME
SELECT
    i.* EXCLUDE (signals),
    coalesce(k.versions, 0) + 1 AS version,
    getvariable('arrival') AS arrival,
    getvariable('now') AS arrived,
    getvariable('run_id') AS run_id
FROM arrived AS i
LEFT JOIN known_before AS k USING (article_id)
ORDER BY i.article_id;

INSERT INTO core.article_signal BY NAME
SELECT
    i.article_id,
    coalesce(k.versions, 0) + 1 AS version,
    unnest(range(len(i.signals)))::INTEGER AS nth,
    unnest(i.signals, recursive := true)
FROM arrived AS i
LEFT JOIN known_before AS k USING (article_id);

CREATE OR REPLACE TEMP TABLE chosen AS
WITH latest AS (
    SELECT v.article_id, v.version, v.updated, v.published, v.arrival
    FROM core.article_version AS v
    JOIN winner USING (article_id)
    WHERE v.superseded IS NOT TRUE
    QUALIFY row_number() OVER (PARTITION BY v.article_id, v.text_sha256 ORDER BY v.arrival DESC, v.version DESC) = 1
)
SELECT article_id, version
FROM latest
QUALIFY row_number() OVER (
    PARTITION BY article_id ORDER BY updated DESC NULLS LAST, published DESC NULLS LAST, arrival DESC
) = 1;

INSERT INTO core.article (article_id, version, annotated_version, rules_version, copy_group, first_seen)
SELECT c.article_id, c.version, NULL, NULL, NULL, getvariable('now')
FROM chosen AS c
ANTI JOIN known_before USING (article_id)
ORDER BY c.article_id;

UPDATE core.article AS a
SET version = c.version
FROM chosen AS c
WHERE a.article_id = c.article_id AND a.version <> c.version;

UPDATE raw.reading SET settled = true WHERE NOT settled;

CREATE OR REPLACE TEMP TABLE settled_counts AS
SELECT
    (SELECT count(DISTINCT article_id) FROM ops.seen) AS seen,
    count(*) FILTER (k.article_id IS NULL) AS new,
    count(*) FILTER (k.current_version <> c.version) AS changed,
    count(*) FILTER (k.current_version = c.version) AS unchanged,
    (SELECT count(*) FROM collision) AS collisions,
    (SELECT count(*) FROM forgotten) AS forgotten
FROM chosen AS c
LEFT JOIN known_before AS k USING (article_id);

-- Articles that are new or have another version now: what they are copies of must be found again.
CREATE OR REPLACE TEMP TABLE sketched AS
SELECT v.article_id, v.hashes
FROM chosen AS c
JOIN core.article_version AS v USING (article_id, version)
LEFT JOIN known_before AS k USING (article_id)
WHERE k.current_version IS DISTINCT FROM c.version;

TRUNCATE core.incoming;
