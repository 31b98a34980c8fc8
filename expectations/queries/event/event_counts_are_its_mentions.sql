-- the counts of an event are those of its mentions
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
WITH counted AS (
    SELECT event_id, count(*) AS mentions, count(DISTINCT article_id) AS articles FROM event_mention GROUP BY event_id
)
SELECT e.event_id AS row_key, NULL AS article_id,
       'says ' || e.mentions || ' mentions in ' || e.articles || ' articles, has ' || c.mentions || ' in ' || c.articles AS detail
FROM event e
JOIN counted c USING (event_id)
WHERE e.mentions <> c.mentions OR e.articles <> c.articles OR e.independent_articles > e.articles;
