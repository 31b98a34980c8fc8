-- What speaks for each day, from first_day to last_day (NULL: open), both variables.
-- Temp tables in: chronology_part.  Out: none.
WITH named AS (
    SELECT
        t.earliest AS day,
        coalesce(a.copy_group, a.article_id) AS source_group,
        max(1 + ln(1 + (a.published - t.earliest))) AS weight
    FROM time_expression AS t
    JOIN article AS a USING (article_id)
    WHERE t.earliest = t.latest AND t.timex_type IN ('DATE', 'TIME') AND a.published >= t.earliest
    GROUP BY ALL
),

named_day AS (
    SELECT day, sum(weight) AS named, count(*) AS sources
    FROM named
    GROUP BY day
),

appeared AS (
    SELECT published AS day, count(DISTINCT coalesce(copy_group, article_id)) AS published
    FROM article
    WHERE published IS NOT NULL
    GROUP BY published
),

happened AS (
    SELECT start_earliest AS day, max(importance) AS importance
    FROM event
    WHERE on_timeline AND dated AND start_earliest = start_latest
    GROUP BY start_earliest
),

listed AS (
    SELECT day, count(DISTINCT article_id) AS chronologies
    FROM chronology_part
    GROUP BY day
),

story AS (
    SELECT min(start_earliest) AS first_day, max(start_earliest) AS last_day
    FROM event
    WHERE level = 'key' AND section = 'story' AND start_earliest = start_latest
)

SELECT
    day,
    coalesce(t.named, 0)::DOUBLE AS named,
    coalesce(t.sources, 0)::INTEGER AS sources,
    coalesce(p.published, 0)::INTEGER AS published,
    coalesce(l.chronologies, 0)::INTEGER AS chronologies,
    coalesce(h.importance, 0)::DOUBLE AS importance,
    coalesce(day BETWEEN s.first_day AND s.last_day, false) AS in_story
FROM named_day AS t
FULL JOIN appeared AS p USING (day)
FULL JOIN happened AS h USING (day)
FULL JOIN listed AS l USING (day)
CROSS JOIN story AS s
WHERE day IS NOT NULL
    AND (getvariable('first_day') IS NULL OR day >= getvariable('first_day')::DATE)
    AND (getvariable('last_day') IS NULL OR day <= getvariable('last_day')::DATE)
ORDER BY day
