-- The mentions of an event with their articles, first the one whose sentence leads it.  Parameter: event_id.
-- Temp tables in: none.  Out: none.
SELECT m.mention_id, m.article_id, a.url, a.text, m.sentence, m.trigger, m.trigger_start, m.trigger_end
FROM event_mention AS m
JOIN article AS a USING (article_id)
JOIN event AS e USING (event_id)
WHERE m.event_id = $event_id
ORDER BY m.mention_id <> e.lead_mention_id, m.article_published NULLS LAST, m.article_id, m.trigger_start
