-- an event on the timeline has a mention that tells it as having happened, or a person decided that it did
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT e.event_id AS row_key, NULL AS article_id, '"' || e.title || '" is ' || e.modality AS detail
FROM event e
WHERE e.on_timeline
  AND (e.modality <> 'actual'
       OR (NOT EXISTS (FROM decision d WHERE d.event_id = e.event_id AND d.action = 'modality' AND d.applied)
       AND NOT EXISTS (FROM event_mention m WHERE m.event_id = e.event_id AND m.on_timeline AND m.modality = 'actual')));
