-- How many articles of each story appeared on which day.
SELECT s.story_id, a.published AS day, count(*) AS articles
FROM story_article AS s JOIN article AS a USING (article_id)
WHERE s.main AND a.published IS NOT NULL
GROUP BY ALL ORDER BY ALL;
