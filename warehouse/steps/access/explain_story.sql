-- The articles of a story, with what ties each and the key events that others of them tell of too.  Variable: story_id.
-- Temp tables in: none.  Out: none.
WITH member AS (
    SELECT article_id FROM story_article WHERE story_id = getvariable('story_id') AND main
),

tie AS (
    SELECT article_id, list({'reason': reason, 'kind': kind, 'share': share} ORDER BY share DESC, reason) AS reasons
    FROM story_reason
    WHERE story_id = getvariable('story_id')
    GROUP BY article_id
),

telling AS (
    SELECT DISTINCT m.event_id, m.article_id
    FROM event_mention AS m
    SEMI JOIN member USING (article_id)
    SEMI JOIN timeline AS t ON t.event_id = m.event_id
),

shared AS (
    SELECT event_id, count(*) - 1 AS others
    FROM telling
    GROUP BY event_id
    HAVING count(*) > 1
),

telling_too AS (
    SELECT
        w.article_id,
        list({'title': e.title, 'edtf': e.edtf, 'others': s.others} ORDER BY s.others DESC, e.event_id)[1:3] AS shared
    FROM telling AS w
    JOIN shared AS s USING (event_id)
    JOIN event AS e USING (event_id)
    GROUP BY w.article_id
)

SELECT a.article_id, a.title, a.site, a.published, coalesce(t.reasons, []) AS reasons, coalesce(w.shared, []) AS shared
FROM article AS a
SEMI JOIN member AS m ON m.article_id = a.article_id
LEFT JOIN tie AS t ON t.article_id = a.article_id
LEFT JOIN telling_too AS w ON w.article_id = a.article_id
ORDER BY a.published NULLS LAST, a.article_id
