-- The stories of two versions (attached as previous and candidate), article by article.
-- Temp tables in: none.  Out: story_was, story_is.
CREATE OR REPLACE TEMP TABLE story_was AS
SELECT s.story_id, t.title, s.article_id, a.article_id IS NOT NULL AS stays
FROM previous.story_article AS s
JOIN previous.story AS t USING (story_id)
LEFT JOIN candidate.article AS a USING (article_id)
WHERE s.main;

CREATE OR REPLACE TEMP TABLE story_is AS
SELECT s.story_id, t.title, s.article_id
FROM candidate.story_article AS s
JOIN candidate.story AS t USING (story_id)
WHERE s.main;
