-- What became of each story since the last version (attached as previous), and where the ids went that stories had: to the
-- story that most of their articles are in now.
-- Temp tables in: story_alias_was, story_heir, story_turn, story_was.  Out: none.
TRUNCATE candidate.story_change;
INSERT INTO candidate.story_change BY NAME FROM story_turn ORDER BY story_id, change;
TRUNCATE candidate.story_alias;
INSERT INTO candidate.story_alias BY NAME
WITH version AS (
    SELECT max(version) AS version FROM previous.publication
),

led AS (
    SELECT story_id AS old_story_id, story_id AS last_story_id, v.version
    FROM (SELECT DISTINCT story_id FROM story_was), version AS v
    UNION ALL
    SELECT old_story_id, story_id, version FROM story_alias_was
)

SELECT l.old_story_id, coalesce(n.story_id, h.story_id) AS story_id, max(l.version) AS version
FROM led AS l
LEFT JOIN candidate.story AS n ON n.story_id = l.last_story_id
LEFT JOIN story_heir AS h ON h.old_story_id = l.last_story_id
WHERE coalesce(n.story_id, h.story_id) IS NOT NULL AND l.old_story_id NOT IN (SELECT story_id FROM candidate.story)
GROUP BY ALL
ORDER BY old_story_id;
