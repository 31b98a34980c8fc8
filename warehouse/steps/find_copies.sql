-- Which articles the ones that just changed (temp table sketched: article_id, hashes) are copies of.
DELETE FROM core.article_sketch WHERE article_id IN (SELECT article_id FROM sketched);
DELETE FROM core.copy_pair
WHERE article_id IN (SELECT article_id FROM sketched) OR other_article_id IN (SELECT article_id FROM sketched);

INSERT INTO core.article_sketch SELECT article_id, unnest(hashes) FROM sketched;

INSERT INTO core.copy_pair
WITH sizes AS (
    SELECT article_id, count(*) AS size FROM core.article_sketch GROUP BY article_id
),

shared AS (
    SELECT least(n.article_id, o.article_id) AS article_id, greatest(n.article_id, o.article_id) AS other_article_id, count(DISTINCT n.hash) AS shared
    FROM core.article_sketch AS n
    SEMI JOIN sketched USING (article_id)
    JOIN core.article_sketch AS o ON o.hash = n.hash AND o.article_id <> n.article_id
    GROUP BY ALL
)

SELECT s.article_id, s.other_article_id
FROM shared AS s
JOIN sizes AS a ON a.article_id = s.article_id
JOIN sizes AS b ON b.article_id = s.other_article_id
-- Very short texts have too few runs for a share to mean anything: they must be the same.
WHERE s.shared * 2 >= greatest(a.size, b.size) AND (least(a.size, b.size) >= 8 OR s.shared = greatest(a.size, b.size))
ORDER BY ALL;
