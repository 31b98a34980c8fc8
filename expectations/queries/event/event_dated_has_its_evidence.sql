-- a dated event has a bound that a text tells, a relation gives, or a named convention sets
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT e.event_id AS row_key, NULL AS article_id, '"' || e.title || '" is dated, but nothing says by what' AS detail
FROM event e
WHERE e.dated
  AND NOT EXISTS (FROM event_bound b WHERE b.event_id = e.event_id AND b.used AND b.kind IN ('told', 'relation', 'corroborated'))
  AND NOT EXISTS (FROM event_mention o WHERE o.event_id = e.event_id AND o.when_reason = 'reporting-convention');
