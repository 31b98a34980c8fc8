-- The stories that some filters show, the latest first.  Parameters: active, since, words; a NULL or an empty list asks for
-- nothing.  A story is active while its last article is no older than that many days before the newest of all.
-- Temp tables in: none.  Out: none.
SELECT s.*
FROM story AS s
WHERE ($active::INTEGER IS NULL OR s.last_published >= (SELECT max(published) FROM article) - $active::INTEGER)
    AND ($since::DATE IS NULL OR s.last_published >= $since::DATE)
    AND (
        $words::VARCHAR[] = []
        OR len(list_filter($words::VARCHAR[], lambda x: contains(
            strip_accents(lower(concat_ws(' / ', s.title, array_to_string(s.top_actors, ' / '), array_to_string(s.top_places, ' / ')))),
            strip_accents(lower(x))
        ))) > 0
        OR s.story_id IN (
            SELECT r.story_id FROM story_reason AS r
            WHERE $words::VARCHAR[] <> [] AND list_contains(list_transform($words::VARCHAR[], lambda x: strip_accents(lower(x))), r.reason)
        )
    )
ORDER BY s.last_published DESC NULLS LAST, s.articles DESC, s.story_id
