-- no story swallowed several others since the last version
-- severity: warning
-- remedy: look at the articles that are new in it (`dateline explain STORY`): a page about many things may tie them; `dateline forget` it, or name its source as `live`
SELECT story_id AS row_key, NULL AS article_id,
       '"' || title || '" holds ' || len(other_story_ids) || ' stories that were others: '
       || array_to_string(other_story_ids[1:5], ', ') AS detail
FROM story_change
WHERE change = 'merged' AND len(other_story_ids) >= 3
ORDER BY story_id;
