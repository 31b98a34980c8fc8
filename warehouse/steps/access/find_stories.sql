-- The stories that some filters show, the latest first.  Parameters: active, since, words; a NULL or an empty list asks for
-- nothing.  A story is active while its last article is no older than that many days before the newest of all; a text fits
-- where each of its words stands in the title, in the names of actors and places or among the words that tie most of it.
-- Temp tables in: none.  Out: none.
WITH tie AS (
    SELECT story_id, list(reason ORDER BY weight DESC, reason)[1:20] AS words
    FROM (
        SELECT story_id, reason, sum(share) AS weight
        FROM story_reason
        WHERE $words::VARCHAR[] <> []
        GROUP BY story_id, reason
    )
    GROUP BY story_id
),

wording AS (
    SELECT
        s.story_id,
        ' ' || regexp_replace(strip_accents(lower(concat_ws(
            ' ', s.title, array_to_string(s.top_actors, ' '), array_to_string(s.top_places, ' '), array_to_string(t.words, ' ')
        ))), '[^\pL\pN]+', ' ', 'g') AS words
    FROM story AS s
    LEFT JOIN tie AS t USING (story_id)
    WHERE $words::VARCHAR[] <> []
),

asked AS (
    SELECT list_transform(
        $words::VARCHAR[], lambda x: string_split(trim(regexp_replace(strip_accents(lower(x)), '[^\pL\pN]+', ' ', 'g')), ' ')
    ) AS texts
)

SELECT s.*
FROM story AS s
LEFT JOIN wording AS w USING (story_id)
CROSS JOIN asked AS q
WHERE ($active::INTEGER IS NULL OR s.last_published >= (SELECT max(published) FROM article) - $active::INTEGER)
    AND ($since::DATE IS NULL OR s.last_published >= $since::DATE)
    AND (
        $words::VARCHAR[] = []
        OR len(list_filter(q.texts, lambda x: len(list_filter(x, lambda y: NOT contains(w.words, ' ' || y))) = 0)) > 0
    )
ORDER BY s.last_published DESC NULLS LAST, s.articles DESC, s.story_id
