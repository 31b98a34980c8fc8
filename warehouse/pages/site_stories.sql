-- The stories, the latest first.
SELECT story_id, title, first_published, last_published, articles, outlets, key_events, top_actors, top_places
FROM story ORDER BY last_published DESC NULLS LAST, articles DESC, story_id;
