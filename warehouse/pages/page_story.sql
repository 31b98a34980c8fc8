-- Whom and what the key events are about, for the name of the story.
SELECT level, actors, place, importance FROM timeline ORDER BY event_id;
