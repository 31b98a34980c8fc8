-- what is told of an event's time fits together, within it and with the events that it stands in a relation to
-- severity: warning
-- remedy: read both sentences: the sources disagree, or two events were taken for one
SELECT c.event_id AS row_key, min(m.article_id) AS article_id,
       c.detail || ': ' || string_agg(DISTINCT '"' || m.sentence || '"', ' against ' ORDER BY '"' || m.sentence || '"') AS detail
FROM event_conflict AS c
LEFT JOIN event_mention AS m ON list_contains(c.mention_ids, m.mention_id)
GROUP BY c.event_id, c.other_event_id, c.detail;
