-- the trigger of a mention lies in its sentence
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT mention_id AS row_key, article_id,
       'trigger at ' || trigger_start || '-' || trigger_end || ', sentence at ' || sentence_start || '-' || sentence_end AS detail
FROM event_mention
WHERE trigger_start < sentence_start OR trigger_end > sentence_end;
