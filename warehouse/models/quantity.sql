-- Figures told of each event, by mention.
INSERT INTO candidate.quantity BY NAME
SELECT
    m.event_id,
    q.* EXCLUDE (article_id, nth, as_of),
    coalesce(q.as_of, f.as_of) AS as_of,
    f.speaker,
    f.site,
    f.rival_group,
    coalesce(f.superseded, false) AS superseded
FROM core.quantity AS q
JOIN kept_member AS m USING (mention_id)
LEFT JOIN core.event_quantity AS f USING (mention_id, nth)
ORDER BY m.event_id, q.measure, q.mention_id, q.nth
