-- Takes over what people decided about articles (temp table decided_article_now).  One that gets another publication day is
-- annotated anew, one that counts again is merged anew; merging leaves out those that do not count.
-- Temp tables in: decided_article_now.  Out: decided_article_change.
CREATE OR REPLACE TEMP TABLE decided_article_change AS
SELECT
    coalesce(b.article_id, n.article_id) AS article_id,
    (coalesce(b.has_published, false), b.published) IS DISTINCT FROM (coalesce(n.has_published, false), n.published) AS redated
FROM core.decided_article AS b
FULL JOIN decided_article_now AS n USING (article_id)
WHERE (coalesce(b.has_published, false), b.published, coalesce(b.excluded, false))
    IS DISTINCT FROM (coalesce(n.has_published, false), n.published, coalesce(n.excluded, false));

UPDATE core.article SET rules_version = NULL
WHERE article_id IN (SELECT article_id FROM decided_article_change WHERE redated);

INSERT INTO core.loosened_article
SELECT article_id FROM decided_article_change
EXCEPT
FROM core.loosened_article;

TRUNCATE core.decided_article;
INSERT INTO core.decided_article FROM decided_article_now;
