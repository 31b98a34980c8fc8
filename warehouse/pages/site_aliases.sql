-- Where ids of merged stories lead.
SELECT DISTINCT old_story_id, story_id FROM story_alias WHERE old_story_id <> story_id ORDER BY ALL;
