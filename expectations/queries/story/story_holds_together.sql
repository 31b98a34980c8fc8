-- no story of the last version fell apart
-- severity: warning
-- remedy: compare the versions with `dateline diff`; where its articles tell of one matter after all, report them
SELECT story_id AS row_key, NULL AS article_id,
       '"' || title || '" had ' || articles_before || ' articles, now in '
       || CASE WHEN len(other_story_ids) = 1 THEN 'one story and by themselves' ELSE len(other_story_ids) || ' stories' END
       || ': ' || array_to_string(other_story_ids[1:5], ', ') AS detail
FROM story_change
WHERE change = 'fell apart'
ORDER BY story_id;
