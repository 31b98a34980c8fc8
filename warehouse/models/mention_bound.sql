-- Where each bound of a mention comes from, within its own article.
INSERT INTO candidate.mention_bound BY NAME
SELECT b.* EXCLUDE (article_id)
FROM core.mention_bound AS b
ANTI JOIN gone_mention USING (mention_id)
ORDER BY b.mention_id, b.bound, b.value, b.kind, b.time_expression_id, b.other_mention_id
