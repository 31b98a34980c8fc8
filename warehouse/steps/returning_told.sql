-- What merging reads of the mentions that take part again (temp table returning_mention), as JSON.
SELECT m.told, w.salient
FROM core.merge_mention AS m
SEMI JOIN returning_mention USING (mention_id)
JOIN core.merge_article AS w USING (article_id)
ORDER BY m.mention_id
