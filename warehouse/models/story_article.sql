-- Each article in its story, and in the other one that it tells of.
INSERT INTO candidate.story_article BY NAME
SELECT story_id, article_id, TRUE AS main
FROM story_member
UNION ALL
SELECT o.story_id, p.article_id, FALSE
FROM core.story_place AS p
JOIN (SELECT DISTINCT story_id, article_id FROM story_member) AS o ON o.article_id = p.other_founder
LEFT JOIN story_member AS m ON m.article_id = p.article_id
SEMI JOIN kept_article AS k ON k.article_id = p.article_id
WHERE m.story_id IS DISTINCT FROM o.story_id
ORDER BY story_id, article_id
