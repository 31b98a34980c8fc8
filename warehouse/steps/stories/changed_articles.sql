-- The articles that came, changed what they are about (temp table fresh_profile), stand in no place, or went.
-- Temp tables in: fresh_profile.  Out: changed_article.
CREATE OR REPLACE TEMP TABLE changed_article AS
SELECT article_id
FROM fresh_profile AS f
LEFT JOIN core.story_article AS s USING (article_id)
WHERE s.article_id IS NULL
    OR (s.day, s.ties, s.words, s.named, s.weights) IS DISTINCT FROM (f.day, f.ties, f.words, f.named, f.weights)
UNION
SELECT article_id FROM core.story_article ANTI JOIN core.story_place USING (article_id)
UNION
SELECT article_id FROM core.story_place ANTI JOIN core.article USING (article_id);
