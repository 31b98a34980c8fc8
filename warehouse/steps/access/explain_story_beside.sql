-- The articles that tell of a story beside their own.  Variable: story_id.
-- Temp tables in: none.  Out: none.
SELECT a.article_id, a.title, a.story_id AS own_story_id
FROM story_article AS s
JOIN article AS a USING (article_id)
WHERE s.story_id = getvariable('story_id') AND NOT s.main
ORDER BY a.published NULLS LAST, a.article_id
