-- the signs of when an article was published tell the same day, or differ by one at most
-- severity: warning
-- remedy: look at the signs in article_signal; give the right day in a manifest
SELECT s.article_id AS row_key, s.article_id,
       string_agg(DISTINCT s.source || ' ' || s.day, ', ' ORDER BY s.source || ' ' || s.day) AS detail
FROM article_signal s
JOIN article a USING (article_id, version)
WHERE s.field = 'published' AND s.precision IN ('day', 'instant')
GROUP BY s.article_id
HAVING max(s.day) > min(s.day) + 1;
