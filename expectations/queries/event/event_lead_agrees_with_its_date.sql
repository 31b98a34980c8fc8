-- the sentence that an event on the timeline leads with is one of its own mentions', word for word, and that mention is told of the days that the event has, unless a person decided these
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT e.event_id AS row_key, m.article_id, '"' || e.title || '" leads with "' || coalesce(e.lead, '') || '", told of '
       || coalesce(m.edtf, 'no day') || ', and is dated ' || coalesce(e.edtf, 'never') AS detail
FROM event e
LEFT JOIN event_mention m ON m.mention_id = e.lead_mention_id AND m.event_id = e.event_id
WHERE e.on_timeline
  AND (
    m.mention_id IS NULL
    OR m.sentence IS DISTINCT FROM e.lead
    OR (e.dated AND e.event_id NOT IN (SELECT event_id FROM event_bound WHERE kind = 'decided') AND (coalesce(m.start_earliest > e.end_latest, false) OR coalesce(m.end_latest < e.start_earliest, false)))
  );
