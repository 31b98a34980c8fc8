-- Who takes part in each event, by mention.
INSERT INTO candidate.event_actor BY NAME
SELECT
    m.event_id,
    a.mention_id,
    a.role,
    coalesce(n.normal_name, a.name) AS name,
    a.name AS local_name,
    a.text,
    a.char_start,
    a.char_end
FROM core.actor AS a
JOIN kept_member AS m USING (mention_id)
LEFT JOIN actor_name AS n USING (article_id, name)
ORDER BY m.event_id, a.mention_id, a.nth
