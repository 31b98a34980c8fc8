-- One row a story.  Its title is the headline of the article most like the others, or else that of its weightiest event, or
-- else the words that tie it.
INSERT INTO candidate.story BY NAME
WITH counted AS (
    SELECT
        m.story_id,
        any_value(a.title) FILTER (a.article_id = m.central_article_id) AS headline,
        min(a.published) AS first_published,
        max(a.published) AS last_published,
        count(*) AS articles,
        count(DISTINCT a.site) AS outlets
    FROM story_member AS m
    JOIN candidate.article AS a USING (article_id)
    GROUP BY m.story_id
),

keyed AS (
    SELECT
        s.story_id,
        count(*) FILTER (e.on_timeline AND e.level = 'key') AS key_events,
        arg_max(e.title, e.importance) FILTER (e.on_timeline AND e.level = 'key') AS weightiest
    FROM candidate.story_event AS s
    JOIN (SELECT * FROM candidate.event ORDER BY event_id) AS e USING (event_id)
    GROUP BY s.story_id
),

-- Where nothing has a headline: the words that tie most of it.
wording AS (
    SELECT story_id, array_to_string(list(reason ORDER BY share DESC, reason)[1:3], ', ') AS words
    FROM (SELECT story_id, reason, sum(share) AS share FROM candidate.story_reason GROUP BY story_id, reason)
    GROUP BY story_id
),

actor AS (
    SELECT s.story_id, t.name, count(DISTINCT m.article_id) AS articles
    FROM candidate.event_actor AS t
    JOIN candidate.event_mention AS m USING (mention_id)
    JOIN candidate.story_article AS s USING (article_id)
    WHERE s.main AND regexp_matches(t.name, '^\p{Lu}') AND NOT list_contains(['I', 'It', 'He', 'She', 'We', 'They', 'You'], t.name)
    GROUP BY s.story_id, t.name
),

place AS (
    SELECT s.story_id, e.place AS name, count(DISTINCT m.article_id) AS articles
    FROM candidate.event AS e
    JOIN candidate.event_mention AS m USING (event_id)
    JOIN candidate.story_article AS s USING (article_id)
    WHERE s.main AND e.place IS NOT NULL
    GROUP BY s.story_id, e.place
),

top_actor AS (
    SELECT story_id, list(name ORDER BY articles DESC, name)[1:5] AS names
    FROM actor
    GROUP BY story_id
),

top_place AS (
    SELECT story_id, list(name ORDER BY articles DESC, name)[1:5] AS names
    FROM place
    GROUP BY story_id
)

SELECT
    c.story_id,
    coalesce(nullif(trim(c.headline), ''), k.weightiest, w.words, c.story_id) AS title,
    c.first_published,
    c.last_published,
    c.articles,
    c.outlets,
    coalesce(k.key_events, 0) AS key_events,
    coalesce(a.names, []) AS top_actors,
    coalesce(p.names, []) AS top_places
FROM counted AS c
LEFT JOIN keyed AS k USING (story_id)
LEFT JOIN wording AS w USING (story_id)
LEFT JOIN top_actor AS a USING (story_id)
LEFT JOIN top_place AS p USING (story_id)
ORDER BY c.last_published DESC NULLS LAST, c.story_id
