-- a mention that is left out says why
SELECT mention_id AS row_key, article_id, '"' || trigger || '" is left out without a reason' AS detail
FROM event_mention
WHERE NOT on_timeline AND reason IS NULL;
