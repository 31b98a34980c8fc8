-- The stories of a published file (attached as old) into a new one (new), without an article.  A story that it was in takes
-- its title from one of its other articles, and is none any more with a single one.  Variable: article_id.
-- Temp tables in: none.  Out: left_story.
CREATE OR REPLACE TEMP TABLE left_story AS
SELECT
    s.story_id,
    count(*) AS articles,
    count(DISTINCT a.site) AS outlets,
    min(a.published) AS first_published,
    max(a.published) AS last_published,
    min(a.title) AS headline
FROM old.story_article AS s
JOIN old.article AS a USING (article_id)
WHERE s.main AND s.article_id <> getvariable('article_id')
GROUP BY s.story_id
HAVING count(*) > 1;

INSERT INTO new.story BY NAME
SELECT
    o.* REPLACE (
        CASE WHEN l.articles = o.articles THEN o.title ELSE coalesce(l.headline, o.story_id) END AS title,
        l.first_published AS first_published,
        l.last_published AS last_published,
        l.articles AS articles,
        l.outlets AS outlets,
        CASE WHEN l.articles = o.articles THEN o.top_actors ELSE [] END AS top_actors,
        CASE WHEN l.articles = o.articles THEN o.top_places ELSE [] END AS top_places
    )
FROM old.story AS o
JOIN left_story AS l USING (story_id);

INSERT INTO new.story_article BY NAME
FROM old.story_article SEMI JOIN left_story USING (story_id) WHERE article_id <> getvariable('article_id');
INSERT INTO new.story_event BY NAME
SELECT s.* FROM old.story_event AS s SEMI JOIN left_story USING (story_id) SEMI JOIN new.event USING (event_id);
INSERT INTO new.story_reason BY NAME
FROM old.story_reason SEMI JOIN left_story USING (story_id) WHERE article_id <> getvariable('article_id');
UPDATE new.article SET story_id = NULL WHERE story_id NOT IN (SELECT story_id FROM left_story);
