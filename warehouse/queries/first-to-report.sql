-- Which outlet reports key events first, and how often?
WITH first_told AS (
    SELECT m.event_id, m.site, m.article_published
    FROM event_mention AS m
    JOIN timeline AS e USING (event_id)
    WHERE m.article_published IS NOT NULL AND m.site IS NOT NULL
    QUALIFY m.article_published = min(m.article_published) OVER (PARTITION BY m.event_id)
        AND count(*) OVER (PARTITION BY m.event_id) > 0
),

several AS (
    SELECT event_id FROM timeline WHERE len(sites) > 1
)

SELECT site, count(DISTINCT event_id) AS first_of_several
FROM first_told
SEMI JOIN several USING (event_id)
GROUP BY site
ORDER BY first_of_several DESC, site
