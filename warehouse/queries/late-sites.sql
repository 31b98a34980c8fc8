-- Which sites are late: how many days behind the latest article is the last one of each outlet?
SELECT
    site,
    max(published) AS last_published,
    (SELECT max(published) FROM article) - max(published) AS days_behind,
    count(*) AS articles,
    count(*) FILTER (published IS NULL) AS without_a_date
FROM article
GROUP BY site
ORDER BY days_behind DESC NULLS FIRST, site
