-- a dated event has a bound that a text tells of it by one of its own mentions, one told as having happened where the event is, or that a named convention sets, or a person decided it
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT e.event_id AS row_key, NULL AS article_id, '"' || e.title || '" is dated, but none of its mentions says so' AS detail
FROM event e
WHERE e.dated
  AND NOT EXISTS (
    FROM event_bound b JOIN event_mention o ON o.mention_id = b.mention_id AND o.event_id = b.event_id
    WHERE b.event_id = e.event_id AND b.used AND b.kind IN ('told', 'corroborated') AND (o.modality = 'actual' OR NOT e.on_timeline)
  )
  AND NOT EXISTS (FROM event_bound b WHERE b.event_id = e.event_id AND b.used AND b.kind = 'decided')
  AND NOT EXISTS (FROM event_mention o WHERE o.event_id = e.event_id AND o.when_reason = 'reporting-convention');
