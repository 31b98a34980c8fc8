-- a mention with an event stands in no furniture of its page
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT DISTINCT m.mention_id AS row_key, m.article_id, 'stands in ' || f.reason || ' from ' || f.char_start || ' to ' || f.char_end AS detail
FROM event_mention m
JOIN article_furniture f ON f.article_id = m.article_id AND m.trigger_start >= f.char_start AND m.trigger_start < f.char_end
WHERE m.event_id IS NOT NULL OR m.on_timeline;
