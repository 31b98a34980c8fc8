-- The words that tie each article to its story, weightiest first.
INSERT INTO candidate.story_reason BY NAME
SELECT story_id, article_id, unnest(words) AS reason, unnest(kinds) AS kind, unnest(shares) / 1000 AS share
FROM story_member
ORDER BY story_id, article_id, share DESC, reason, kind
