-- a published event has a mention, with its sentence and its article
-- severity: critical
-- fault: table
-- remedy: the store is damaged: run `dateline rebuild`
SELECT e.event_id AS row_key, NULL AS article_id, '"' || e.title || '" has no mention in a sentence of an article' AS detail
FROM event e
WHERE NOT EXISTS (FROM event_mention m JOIN article a USING (article_id) WHERE m.event_id = e.event_id AND m.sentence <> '');
