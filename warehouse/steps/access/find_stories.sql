-- The stories that some filters show, the latest first.  Parameters: active, since, words; a NULL or an empty list asks for
-- nothing.  A story is active while its last article is no older than that many days before the newest of all.  A text fits
-- where each of its words stands in the title, in the names of actors and places or among the words that tie most of it;
-- or where one in ten of its headlines has all of them, since the title is another one when the story goes on.
-- Temp tables in: none.  Out: none.
WITH asked AS (
    SELECT list_transform(
        $words::VARCHAR[], lambda x: string_split(trim(regexp_replace(strip_accents(lower(x)), '[^\pL\pN]+', ' ', 'g')), ' ')
    ) AS texts
),

tie AS (
    SELECT story_id, list(reason ORDER BY weight DESC, reason)[1:20] AS words
    FROM (SELECT story_id, reason, sum(share) AS weight FROM story_reason GROUP BY story_id, reason)
    GROUP BY story_id
),

wording AS (
    SELECT
        s.story_id,
        concat_ws(' ', s.title, array_to_string(s.top_actors, ' '), array_to_string(s.top_places, ' '), array_to_string(t.words, ' ')) AS words,
        1 AS share
    FROM story AS s
    LEFT JOIN tie AS t USING (story_id)
    UNION ALL
    SELECT s.story_id, coalesce(a.title, ''), 0.1
    FROM story_article AS s
    JOIN article AS a USING (article_id)
    WHERE s.main
),

plain AS (
    SELECT story_id, share, ' ' || regexp_replace(strip_accents(lower(words)), '[^\pL\pN]+', ' ', 'g') AS words
    FROM wording
    WHERE $words::VARCHAR[] <> []
),

held AS (
    SELECT
        w.story_id,
        w.share,
        unnest(list_transform(q.texts, lambda x: len(list_filter(x, lambda y: NOT contains(w.words, ' ' || y))) = 0)) AS has_all,
        unnest(range(len(q.texts))) AS nth
    FROM plain AS w, asked AS q
),

fit AS (
    SELECT DISTINCT story_id
    FROM (
        SELECT story_id
        FROM held
        GROUP BY story_id, nth, share
        HAVING count(*) FILTER (has_all) >= share * count(*)
    )
)

SELECT s.*
FROM story AS s
LEFT JOIN fit AS f USING (story_id)
WHERE ($active::INTEGER IS NULL OR s.last_published >= (SELECT max(published) FROM article) - $active::INTEGER)
    AND ($since::DATE IS NULL OR s.last_published >= $since::DATE)
    AND ($words::VARCHAR[] = [] OR f.story_id IS NOT NULL)
ORDER BY s.last_published DESC NULLS LAST, s.articles DESC, s.story_id
