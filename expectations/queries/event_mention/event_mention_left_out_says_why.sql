-- a mention that is left out says why
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT mention_id AS row_key, article_id, '"' || trigger || '" is left out without a reason' AS detail
FROM event_mention
WHERE NOT on_timeline AND reason IS NULL;
