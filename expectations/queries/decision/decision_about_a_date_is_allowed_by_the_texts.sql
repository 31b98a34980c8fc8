-- a date that a person decided is one that a text allows, and not after the last article that tells of it
-- severity: warning
-- remedy: read the sentences once more: either they are wrong, or the decision is (`dateline decisions --undo ID`)
WITH texts AS (
    SELECT event_id,
           max(value) FILTER (bound = 'start_earliest' AND kind IN ('told', 'corroborated')) AS earliest,
           min(value) FILTER (bound = 'end_latest' AND kind IN ('told', 'corroborated')) AS latest
    FROM event_bound
    WHERE NOT used
    GROUP BY event_id
), reported AS (
    SELECT event_id, max(article_published) AS last FROM event_mention GROUP BY event_id
)
SELECT d.decision_id AS row_key, d.article_id,
       d.who || ' decided ' || d.value || ' for "' || e.title || '", the texts have ' || coalesce(d.said, 'no date')
       || coalesce(', the last of ' || r.last, '') AS detail
FROM decision d
JOIN event e USING (event_id)
LEFT JOIN texts t USING (event_id)
LEFT JOIN reported r USING (event_id)
WHERE d.action = 'date' AND d.applied
  AND (coalesce(e.end_latest < t.earliest, false) OR coalesce(e.start_earliest > t.latest, false)
       OR coalesce(e.on_timeline AND e.start_earliest > r.last + 1, false));
