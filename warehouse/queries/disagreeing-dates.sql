-- Which articles carry signs of different publication days, and which one was believed?
SELECT
    a.article_id,
    a.site,
    a.published,
    a.published_signal,
    list(s.source || ': ' || s.day ORDER BY s.nth) AS signs
FROM article AS a
JOIN article_signal AS s ON s.article_id = a.article_id AND s.version = a.version AND s.field = 'published'
WHERE s.day IS NOT NULL
GROUP BY a.article_id, a.site, a.published, a.published_signal
HAVING count(DISTINCT s.day) > 1
ORDER BY a.article_id
