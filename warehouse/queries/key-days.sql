-- Which days mattered most?
-- top: how many; by default 20
--
-- A day counts for every independent article that tells of it as what happened, and the more the longer ago it was:
-- by 1 on the day itself, by 1 + ln(1 + days) later; a chronology, an editor's own choice of days, counts three times.
-- Days of the story's own period, and those that two articles tell of, come before lone days of the past.
WITH told AS (
    SELECT
        m.start_earliest AS key_day,
        coalesce(a.copy_group, a.article_id) AS source,
        max((1 + ln(1 + greatest(0, coalesce(a.published - m.start_earliest, 0)))) * CASE a.kind WHEN 'chronology' THEN 3 ELSE 1 END) AS weight,
        bool_or(t.section = 'story') AS in_story
    FROM event_mention AS m
    JOIN event AS t ON t.event_id = m.event_id AND t.on_timeline AND t.level <> 'aside'
    JOIN article AS a USING (article_id)
    WHERE m.start_earliest = m.start_latest AND m.modality = 'actual'
    GROUP BY key_day, source
),

ranked AS (
    SELECT key_day, round(sum(weight), 2) AS weight, count(*) AS independent_articles, bool_or(in_story) OR count(*) > 1 AS of_the_story
    FROM told
    GROUP BY key_day
    ORDER BY of_the_story DESC, weight DESC, key_day
    LIMIT (SELECT coalesce(getvariable('top')::BIGINT, 20))
),

headlines AS (
    SELECT start_earliest AS key_day, title
    FROM event
    WHERE on_timeline AND level = 'key' AND start_earliest = start_latest AND start_earliest IN (SELECT key_day FROM ranked)
    QUALIFY row_number() OVER (PARTITION BY start_earliest ORDER BY importance DESC, event_id) = 1
)

SELECT r.key_day, r.weight, r.independent_articles, h.title AS told_most
FROM ranked AS r
LEFT JOIN headlines AS h USING (key_day)
ORDER BY r.of_the_story DESC, r.weight DESC, r.key_day
