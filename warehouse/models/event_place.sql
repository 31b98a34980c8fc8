-- Where each event took place, by mention.
INSERT INTO candidate.event_place BY NAME
SELECT m.event_id, p.* EXCLUDE (article_id)
FROM core.place AS p
JOIN kept_member AS m USING (mention_id)
ORDER BY m.event_id, p.mention_id, p.char_start
