-- Which articles are copies of one another?
SELECT copy_group, count(*) AS copies, list(coalesce(site, '?') || ': ' || article_id ORDER BY published, article_id) AS articles, min(published) AS first_published
FROM article
WHERE copy_group IS NOT NULL
GROUP BY copy_group
ORDER BY copies DESC, copy_group
