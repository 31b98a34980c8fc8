-- a site's share of dated events is about that of the last runs
-- severity: warning
-- remedy: see what changed: a source's pages, a rule, or what it writes about
WITH now AS (
    SELECT coalesce(m.site, '') AS site, count(DISTINCT e.event_id) AS events,
           count(DISTINCT e.event_id) FILTER (WHERE e.dated) AS dated
    FROM event e JOIN event_mention m USING (event_id) WHERE e.on_timeline GROUP BY ALL
), past AS (
    SELECT coalesce(site, '') AS site, sum(dated) / nullif(sum(events), 0) AS share, count(*) AS runs
    FROM site_history GROUP BY ALL
)
SELECT site AS row_key, NULL AS article_id,
       round(100.0 * n.dated / n.events, 1) || ' % dated, ' || round(100 * p.share, 1) || ' % in ' || p.runs || ' earlier runs' AS detail
FROM now n
JOIN past p USING (site)
WHERE p.runs >= 3 AND n.events >= 20
  AND abs(n.dated / n.events - p.share) > coalesce(getvariable('dated_share_differs_at_most'), 0.2);
