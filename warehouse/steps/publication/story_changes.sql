-- What became of each story from one version to the next.  The heir of a story is the one that most of its articles are in.
-- Temp tables in: story_is, story_was.  Out: story_heir, story_turn.
CREATE OR REPLACE TEMP TABLE story_heir AS
SELECT w.story_id AS old_story_id, i.story_id, count(*) AS shared
FROM story_was AS w
JOIN story_is AS i USING (article_id)
GROUP BY w.story_id, i.story_id
QUALIFY row_number() OVER (PARTITION BY w.story_id ORDER BY count(*) DESC, i.story_id) = 1;

CREATE OR REPLACE TEMP TABLE story_turn AS
WITH was AS (
    SELECT story_id, any_value(title) AS title, count(*) AS articles, count(*) FILTER (stays) AS stay
    FROM story_was
    GROUP BY story_id
),

now AS (
    SELECT story_id, any_value(title) AS title, count(*) AS articles
    FROM story_is
    GROUP BY story_id
),

came AS (
    SELECT
        h.story_id,
        list(h.old_story_id ORDER BY h.shared DESC, h.old_story_id) AS olds,
        sum(w.articles)::INTEGER AS articles,
        sum(h.shared)::INTEGER AS shared
    FROM story_heir AS h
    JOIN was AS w ON w.story_id = h.old_story_id
    GROUP BY h.story_id
),

part AS (
    SELECT w.story_id AS old_story_id, list(DISTINCT i.story_id ORDER BY i.story_id) AS parts
    FROM story_was AS w
    JOIN story_is AS i USING (article_id)
    GROUP BY w.story_id
)

SELECT
    n.story_id,
    n.title,
    CASE
        WHEN c.story_id IS NULL THEN 'new'
        WHEN len(c.olds) > 1 THEN 'merged'
        WHEN n.articles > c.articles THEN 'grown'
        WHEN n.articles < c.articles THEN 'shrunk'
        ELSE 'changed'
    END AS change,
    coalesce(c.articles, 0) AS articles_before,
    n.articles,
    list_filter(coalesce(c.olds, []), lambda x: x <> n.story_id) AS other_story_ids
FROM now AS n
LEFT JOIN came AS c USING (story_id)
WHERE c.story_id IS NULL OR len(c.olds) > 1 OR n.articles <> c.articles OR c.shared <> n.articles
UNION ALL
SELECT w.story_id, w.title, 'gone', w.articles, 0, []
FROM was AS w
ANTI JOIN story_heir AS h ON h.old_story_id = w.story_id
UNION ALL
-- Less than half of what is left of it is still together.
SELECT w.story_id, w.title, 'fell apart', w.articles, h.shared, p.parts
FROM was AS w
JOIN story_heir AS h ON h.old_story_id = w.story_id
JOIN part AS p ON p.old_story_id = w.story_id
WHERE 2 * h.shared < w.stay;
