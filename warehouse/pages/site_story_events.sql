-- Which events belong to which story, those first whose articles tell of them most.
SELECT s.story_id, s.event_id, count(a.article_id) AS mentions
FROM story_event AS s
JOIN event_mention AS m USING (event_id)
LEFT JOIN article AS a ON a.article_id = m.article_id AND a.story_id = s.story_id
GROUP BY s.story_id, s.event_id
ORDER BY mentions DESC, s.story_id, s.event_id;
