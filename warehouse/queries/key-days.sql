-- Which days mattered most?
-- top: how many; by default 20
--
-- A day counts for every independent article that tells of it as what happened, and the more the longer ago it was:
-- by 1 on the day itself, by 1 + ln(1 + days) later.  What is still told weeks after it happened was important.
WITH told AS (
    SELECT
        m.start_earliest AS key_day,
        coalesce(a.copy_group, a.article_id) AS source,
        max(1 + ln(1 + greatest(0, coalesce(a.published - m.start_earliest, 0)))) AS weight
    FROM event_mention AS m
    JOIN timeline AS t USING (event_id)
    JOIN article AS a USING (article_id)
    WHERE m.start_earliest = m.start_latest AND m.modality = 'actual'
    GROUP BY key_day, source
),

ranked AS (
    SELECT key_day, round(sum(weight), 2) AS weight, count(*) AS independent_articles
    FROM told
    GROUP BY key_day
    ORDER BY weight DESC, key_day
    LIMIT (SELECT coalesce(getvariable('top')::BIGINT, 20))
),

headlines AS (
    SELECT start_earliest AS key_day, title
    FROM timeline
    WHERE start_earliest = start_latest
    QUALIFY row_number() OVER (PARTITION BY start_earliest ORDER BY independent_articles DESC, mentions DESC, event_id) = 1
)

SELECT r.key_day, r.weight, r.independent_articles, h.title AS told_most
FROM ranked AS r
LEFT JOIN headlines AS h USING (key_day)
ORDER BY r.weight DESC, r.key_day
