-- The articles that decisions name (temp table decided_ref): by id, else by address or text.
-- Temp tables in: decided_ref.  Out: none.
SELECT r.ref, a.article_id
FROM decided_ref AS r
JOIN core.article_version AS v
    ON v.article_id = r.article_id OR v.url = r.url OR v.text_sha256 = r.text_sha256
JOIN core.article AS a ON a.article_id = v.article_id AND a.version = v.version
QUALIFY row_number() OVER (
    PARTITION BY r.ref ORDER BY a.article_id <> r.article_id, v.text_sha256 IS DISTINCT FROM r.text_sha256, a.article_id
) = 1
