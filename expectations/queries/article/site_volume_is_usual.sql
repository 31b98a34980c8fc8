-- a site brings about as many articles as in the last runs
-- severity: warning
-- remedy: see whether the source still delivers what it used to
WITH now AS (
    SELECT coalesce(site, '') AS site, count(*) AS articles FROM article GROUP BY ALL
), past AS (
    SELECT coalesce(site, '') AS site, articles - lag(articles, 1, 0) OVER (PARTITION BY site ORDER BY started_at) AS added,
           row_number() OVER (PARTITION BY site ORDER BY started_at DESC) AS back, articles
    FROM site_history
), usual AS (
    SELECT site, avg(added) AS added, max(articles) FILTER (WHERE back = 1) AS before, count(*) AS runs
    FROM past WHERE back <= 10 GROUP BY site
)
SELECT site AS row_key, NULL AS article_id,
       (coalesce(n.articles, 0) - u.before) || ' new articles, ' || round(u.added, 1) || ' on average of the last '
       || u.runs || ' runs' AS detail
FROM usual u
LEFT JOIN now n USING (site)
WHERE u.runs >= 3 AND u.added >= 3
  AND coalesce(n.articles, 0) - u.before < u.added * coalesce(getvariable('volume_at_least'), 0.2);
