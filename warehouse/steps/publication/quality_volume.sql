-- How much each outlet gave to what this run judged (attached as judged).  Variable: run_id.
-- Temp tables in: none.  Out: none.
INSERT INTO quality.site_volume BY NAME
WITH articles AS (
    SELECT
        coalesce(site, '') AS site,
        count(*) AS articles,
        count(*) FILTER (published IS NULL) AS unknown_published,
        max(published) AS latest_published
    FROM judged.article
    GROUP BY 1
),

events AS (
    SELECT site, count(*) AS events, count(*) FILTER (dated) AS dated
    FROM (SELECT unnest(CASE WHEN sites = [] THEN [''] ELSE sites END) AS site, dated FROM judged.event WHERE on_timeline)
    GROUP BY 1
)

SELECT
    r.run_id,
    r.started_at,
    a.site,
    a.articles,
    coalesce(e.events, 0) AS events,
    coalesce(e.dated, 0) AS dated,
    a.unknown_published,
    a.latest_published
FROM articles AS a
LEFT JOIN events AS e USING (site)
JOIN ops.run AS r ON r.run_id = getvariable('run_id')
ORDER BY a.site;
