-- Stretches of articles that are no part of their news: what a page shows by itself, and what its outlet repeats.
INSERT INTO candidate.article_furniture BY NAME
SELECT article_id, char_start, char_end, reason, rule_id
FROM core.article_furniture
ANTI JOIN gone_article USING (article_id)
UNION ALL BY NAME
SELECT s.article_id, s.char_start, s.char_end, 'repeated' AS reason, NULL AS rule_id
FROM core.repeated_sentence AS r
JOIN core.article_sentence AS s USING (hash)
JOIN kept_article AS a ON a.article_id = s.article_id AND coalesce(a.site, '') = r.site
ORDER BY article_id, char_start
