-- The events that the articles of each story tell of.
INSERT INTO candidate.story_event BY NAME
SELECT DISTINCT s.story_id, m.event_id
FROM candidate.event_mention AS m
JOIN candidate.story_article AS s USING (article_id)
WHERE s.main AND m.event_id IS NOT NULL
ORDER BY s.story_id, m.event_id
