-- One row an event word with its event and its article's outlet and day.
INSERT INTO candidate.event_mention BY NAME
SELECT m.* EXCLUDE (nth, sentence_index), e.event_id, a.site, a.published AS article_published
FROM core.event_mention AS m
JOIN (SELECT article_id, site, published FROM kept_article) AS a USING (article_id)
ANTI JOIN gone_mention USING (mention_id)
LEFT JOIN kept_member AS e USING (mention_id)
ORDER BY e.event_id NULLS LAST, m.mention_id
