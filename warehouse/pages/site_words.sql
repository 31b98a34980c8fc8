-- The words that tie most of each story together: ten at most.
SELECT story_id, list(reason ORDER BY share DESC, reason)[1:10] AS words
FROM (SELECT story_id, reason, sum(share) AS share FROM story_reason GROUP BY ALL)
GROUP BY story_id ORDER BY story_id;
