-- a mention lies on the publication day only where an expression of its article or a named convention says so
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT m.mention_id AS row_key, m.article_id,
       '"' || m.trigger || '" was put on the publication day ' || m.article_published || ' without a reason' AS detail
FROM event_mention m
WHERE m.start_earliest = m.article_published AND m.end_latest = m.article_published
  AND coalesce(m.when_reason, '') <> 'reporting-convention'
  AND NOT EXISTS (FROM mention_time t WHERE t.mention_id = m.mention_id AND t.role <> 'duration')
  AND NOT EXISTS (FROM mention_bound b
                  WHERE b.mention_id = m.mention_id AND b.value = m.start_earliest
                    AND (b.time_expression_id IS NOT NULL OR b.other_mention_id IS NOT NULL));
