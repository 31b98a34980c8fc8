-- Where the sentences of a digest stand (temp table digest_line), and the event that each tells of.
-- Temp tables in: digest_line.  Out: none.
SELECT m.mention_id, m.event_id, m.article_id, a.title AS article_title, a.site, a.url, a.published
FROM event_mention AS m
JOIN article AS a USING (article_id)
SEMI JOIN digest_line USING (mention_id)
ORDER BY m.mention_id
