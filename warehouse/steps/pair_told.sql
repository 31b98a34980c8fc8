-- What merging reads of some mentions (temp table wanted, by number), as JSON.
SELECT number, m.told, article_id, w.salient, a.copy_group
FROM core.merge_member
SEMI JOIN wanted USING (number)
JOIN core.merge_mention AS m USING (mention_id)
JOIN core.merge_article AS w USING (article_id)
JOIN core.article AS a USING (article_id)
