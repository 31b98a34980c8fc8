-- an event lies on a publication day only where an expression, a relation a named convention or a person puts it there
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT e.event_id AS row_key, min(m.article_id) AS article_id,
       '"' || e.title || '" was put on the publication day ' || e.start_earliest || ' without a reason' AS detail
FROM event e
JOIN event_mention m USING (event_id)
WHERE e.start_earliest = e.end_latest AND e.start_earliest = m.article_published
  AND coalesce(e.reason, '') <> 'reporting-convention'
  AND NOT EXISTS (FROM event_bound b
                  WHERE b.event_id = e.event_id AND b.used AND b.value = e.start_earliest
                    AND (b.time_expression_id IS NOT NULL OR b.kind IN ('relation', 'corroborated', 'decided')))
  AND NOT EXISTS (FROM event_mention o WHERE o.event_id = e.event_id AND o.when_reason = 'reporting-convention')
GROUP BY e.event_id, e.title, e.start_earliest;
