-- a mention that may stand on the timeline is told as having happened, and gives no reason against it
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT mention_id AS row_key, article_id, modality || ', ' || event_class || ', ' || coalesce(reason, 'no reason') AS detail
FROM event_mention
WHERE on_timeline AND (modality <> 'actual' OR event_class NOT IN ('event', 'reporting') OR reason IS NOT NULL);
