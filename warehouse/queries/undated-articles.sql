-- Which articles have no publication day, and which signs of one were found?
SELECT
    a.article_id,
    a.site,
    a.title,
    a.url,
    list(s.source || ': ' || s.raw ORDER BY s.nth) FILTER (s.source IS NOT NULL) AS signs
FROM article AS a
LEFT JOIN article_signal AS s ON s.article_id = a.article_id AND s.version = a.version AND s.field = 'published'
WHERE a.published IS NULL
GROUP BY ALL
ORDER BY a.site, a.article_id
