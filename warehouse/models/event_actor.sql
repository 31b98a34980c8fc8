-- Who takes part in each event, by mention.
INSERT INTO candidate.event_actor BY NAME
SELECT m.event_id, a.mention_id, a.role, a.name, a.name AS local_name, a.text, a.char_start, a.char_end
FROM core.actor AS a
JOIN kept_member AS m USING (mention_id)
ORDER BY m.event_id, a.mention_id, a.nth
