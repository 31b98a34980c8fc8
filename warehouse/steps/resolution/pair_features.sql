-- What merging reads of some happenings (temp table wanted, by number): their mentions as JSON, and why they are one.
-- Temp tables in: wanted.  Out: none.
SELECT number, m.features, article_id, w.salient, a.copy_group, h.mention_id, h.joined_to, h.weight, h.reasons
FROM core.happening_mention AS h
SEMI JOIN wanted USING (number)
JOIN core.merge_mention AS m USING (mention_id)
JOIN core.merge_article AS w USING (article_id)
JOIN core.article AS a USING (article_id)
