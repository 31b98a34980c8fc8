-- The same bytes were read again: a current version that they do not give any more can not win by its dates.
-- Temp tables in: none.  Out: none.
UPDATE core.article_version AS v
SET superseded = true
FROM core.article AS a
WHERE v.article_id = a.article_id
    AND v.version = a.version
    AND v.article_id IN (SELECT article_id FROM ops.seen GROUP BY article_id HAVING count(DISTINCT text_sha256) = 1)
    AND NOT EXISTS (FROM ops.seen AS s WHERE s.article_id = v.article_id AND s.content_sha256 = v.content_sha256);
