-- Which articles the ones that just changed (temp table sketched: article_id, hashes) are copies of.
-- Temp tables in: sketched.  Out: none.
DELETE FROM core.article_sketch WHERE article_id IN (SELECT article_id FROM sketched);
DELETE FROM core.copy_pair
WHERE article_id IN (SELECT article_id FROM sketched) OR other_article_id IN (SELECT article_id FROM sketched);

INSERT INTO core.article_sketch SELECT article_id, unnest(hashes) FROM sketched;

-- Two sketches that share half of the larger one share one of the rarer half of each, whatever counts as rare (prefix filtering:
-- Chaudhuri, Ganti and Kaushik 2006).  So what every article of an outlet says below its text makes no pair by itself.
INSERT INTO core.copy_pair
WITH frequency AS (
    SELECT hash, count(*) AS articles FROM core.article_sketch GROUP BY hash
),

ranked AS (
    SELECT
        article_id, hash,
        count(*) OVER (PARTITION BY article_id) AS size,
        row_number() OVER (PARTITION BY article_id ORDER BY articles, hash) AS nth
    FROM core.article_sketch
    JOIN frequency USING (hash)
),

rare AS (
    SELECT article_id, hash FROM ranked WHERE nth <= size // 2 + 1
),

candidates AS (
    SELECT DISTINCT least(n.article_id, o.article_id) AS article_id, greatest(n.article_id, o.article_id) AS other_article_id
    FROM rare AS n
    SEMI JOIN sketched USING (article_id)
    JOIN rare AS o ON o.hash = n.hash AND o.article_id <> n.article_id
),

shared AS (
    SELECT c.article_id, c.other_article_id, count(*) AS shared
    FROM candidates AS c
    JOIN core.article_sketch AS a ON a.article_id = c.article_id
    JOIN core.article_sketch AS b ON b.article_id = c.other_article_id AND b.hash = a.hash
    GROUP BY ALL
),

sizes AS (
    SELECT article_id, count(*) AS size FROM core.article_sketch GROUP BY article_id
)

SELECT s.article_id, s.other_article_id
FROM shared AS s
JOIN sizes AS a ON a.article_id = s.article_id
JOIN sizes AS b ON b.article_id = s.other_article_id
-- Very short texts have too few runs for a share to mean anything: they must be the same.
WHERE s.shared * 2 >= greatest(a.size, b.size) AND (least(a.size, b.size) >= 8 OR s.shared = greatest(a.size, b.size))
ORDER BY ALL;
