-- What has somebody said happened, and who else says so?
-- speaker: part of the name; by default whoever is quoted on most events
WITH asked AS (
    SELECT lower(coalesce(
        getvariable('speaker'),
        (SELECT speaker FROM who_said_what WHERE speaker_kind <> 'unnamed' GROUP BY speaker ORDER BY count(DISTINCT event_id) DESC, speaker LIMIT 1)
    )) AS speaker
),

-- The few statements first, and then their mentions and events.
said AS (
    SELECT a.mention_id, a.depth, coalesce(a.speaker_name, a.speaker) AS speaker, a.cue, a.content
    FROM attribution AS a
    JOIN asked ON contains(lower(coalesce(a.speaker_name, a.speaker)), asked.speaker)
)

SELECT
    m.article_published,
    s.speaker,
    s.cue,
    s.content,
    e.title AS event_title,
    list_filter(e.speakers, lambda x: x <> s.speaker) AS others,
    m.article_id,
    m.event_id
FROM said AS s
JOIN event_mention AS m USING (mention_id)
JOIN event AS e USING (event_id)
ORDER BY m.article_published NULLS LAST, m.article_id, m.mention_id, s.depth
