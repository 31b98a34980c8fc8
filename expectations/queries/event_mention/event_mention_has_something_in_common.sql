-- a mention of an event that others tell of too shares its sentence, a participant, a place or a figure with one of them, or was joined to one by more than it was held apart, or a person decided that they are one
-- severity: warning
-- remedy: read the sentences: two events may have been taken for one; `dateline explain` shows what joined them
WITH shared AS (
    SELECT mention_id, event_id, 'sentence ' || article_id || ' ' || sentence_start AS what FROM event_mention
    UNION
    SELECT mention_id, event_id, 'actor ' || lower(name) FROM event_actor WHERE role IN ('agent', 'patient')
    UNION
    SELECT mention_id, event_id, 'place ' || lower(name) FROM event_place
    UNION
    SELECT mention_id, event_id, 'figure ' || measure || ' ' || lower(text) FROM quantity
), common AS (
    SELECT event_id, what FROM shared WHERE event_id IS NOT NULL GROUP BY event_id, what HAVING count(DISTINCT mention_id) > 1
)
SELECT m.mention_id AS row_key, m.article_id, '"' || m.sentence || '" is told as one with "' || e.title || '", and nothing joins them' AS detail
FROM event_mention m
JOIN event e USING (event_id)
WHERE e.on_timeline AND e.mentions > 1
  AND NOT EXISTS (FROM decision d WHERE d.event_id = e.event_id AND d.action IN ('merge', 'split') AND d.applied)
  AND NOT EXISTS (FROM shared s JOIN common c USING (event_id, what) WHERE s.mention_id = m.mention_id)
  AND NOT EXISTS (FROM event_join j WHERE j.event_id = m.event_id AND j.weight > 0 AND m.mention_id IN (j.mention_id, j.other_mention_id));
