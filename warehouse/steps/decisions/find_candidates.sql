-- The mentions that a mention that is there no more (temp table decided_ref, one row) may be now: those of its article, and
-- those with its trigger elsewhere.
-- Temp tables in: decided_ref.  Out: none.
SELECT m.mention_id, m.article_id, m.sentence, m.trigger, e.event_id
FROM core.event_mention AS m
JOIN core.event_member AS e USING (mention_id)
JOIN decided_ref AS r ON m.article_id = r.article_id OR lower(m.trigger) = lower(r.trigger)
ORDER BY m.article_id <> r.article_id, m.mention_id
LIMIT 500
