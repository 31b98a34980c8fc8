-- Which stories are told, the latest first, with who tells of each first and what weighs most in it?
-- words: part of the title; by default any
-- since: with an article of that day or later; by default any
WITH first_article AS (
    SELECT s.story_id, arg_min(coalesce(a.site, 'unknown'), (a.published, a.article_id)) AS first_site
    FROM story_article AS s
    JOIN article AS a USING (article_id)
    WHERE s.main AND a.published IS NOT NULL
    GROUP BY s.story_id
),

key_event AS (
    SELECT s.story_id, list(t.title ORDER BY t.importance DESC, t.event_id)[1:3] AS weightiest
    FROM story_event AS s
    JOIN timeline AS t USING (event_id)
    GROUP BY s.story_id
)

SELECT
    s.first_published,
    s.last_published,
    s.title,
    s.articles,
    s.outlets,
    s.key_events,
    f.first_site,
    coalesce(k.weightiest, []) AS weightiest,
    s.story_id
FROM story AS s
LEFT JOIN first_article AS f USING (story_id)
LEFT JOIN key_event AS k USING (story_id)
WHERE (getvariable('words') IS NULL OR contains(lower(s.title), lower(getvariable('words')::VARCHAR)))
    AND (getvariable('since') IS NULL OR s.last_published >= getvariable('since')::DATE)
ORDER BY s.last_published DESC NULLS LAST, s.articles DESC, s.story_id
