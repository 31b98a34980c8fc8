-- What has somebody said happened, and who else says so?
-- speaker: part of the name; by default whoever is quoted on most events
WITH asked AS (
    SELECT lower(coalesce(
        getvariable('speaker'),
        (SELECT speaker FROM who_said_what WHERE speaker_kind <> 'unnamed' GROUP BY speaker ORDER BY count(DISTINCT event_id) DESC, speaker LIMIT 1)
    )) AS speaker
)

SELECT
    w.article_published,
    w.speaker,
    w.cue,
    w.content,
    w.event_title,
    list_filter(e.speakers, lambda x: x <> w.speaker) AS others,
    w.article_id,
    w.event_id
FROM who_said_what AS w
JOIN event AS e USING (event_id)
JOIN asked ON contains(lower(w.speaker), asked.speaker)
ORDER BY w.article_published NULLS LAST, w.article_id, w.mention_id, w.depth
