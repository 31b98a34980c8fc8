-- an event on the timeline does not begin after the last of its articles, by more than a day, unless a person decided so
-- severity: critical
-- fault: row
-- remedy: look at the publication days of its articles first: one may be wrong
SELECT e.event_id AS row_key, max(a.article_id) AS article_id,
       '"' || e.title || '" begins ' || e.start_earliest || ', its last article is of '
       || max(greatest(a.published, coalesce(a.updated, a.published))) AS detail
FROM event e
JOIN event_mention m USING (event_id)
JOIN article a USING (article_id)
WHERE e.on_timeline
  AND e.event_id NOT IN (SELECT event_id FROM event_bound WHERE kind = 'decided')
GROUP BY e.event_id, e.title, e.start_earliest
HAVING e.start_earliest > max(greatest(a.published, coalesce(a.updated, a.published))) + 1;
