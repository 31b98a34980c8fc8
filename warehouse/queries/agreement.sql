-- How often do people confirm what dateline says, and how often do they correct it, by the rule that it rests on?
WITH decided AS (
    SELECT
        event_id,
        list(DISTINCT action) FILTER (action <> 'confirm' AND value IS DISTINCT FROM said) AS mended,
        bool_or(action = 'confirm') AS is_confirmed
    FROM decision
    WHERE applied AND action IN ('date', 'title', 'type', 'modality', 'confirm')
    GROUP BY event_id
),

resting AS (
    SELECT DISTINCT event_id, 'date' AS what, coalesce(rule_id, 'none') AS rule FROM event_bound WHERE kind IN ('told', 'corroborated')
    UNION ALL
    SELECT DISTINCT event_id, 'type', coalesce(rule_id, 'none') FROM event_mention WHERE event_id IS NOT NULL
    UNION ALL
    SELECT DISTINCT event_id, 'modality', coalesce(modality_rule, 'none') FROM event_mention WHERE event_id IS NOT NULL
    UNION ALL
    SELECT event_id, 'title', 'all titles' FROM event
),

judged AS (
    SELECT r.what, r.rule, d.is_confirmed, coalesce(list_contains(d.mended, r.what), false) AS is_mended
    FROM resting AS r
    JOIN decided AS d USING (event_id)
)

SELECT
    what,
    rule,
    count(*) FILTER (is_confirmed AND NOT is_mended) AS confirmed,
    count(*) FILTER (is_mended) AS corrected,
    round(100 * count(*) FILTER (NOT is_mended) / count(*)) AS of_100_confirmed
FROM judged
WHERE is_confirmed OR is_mended
GROUP BY what, rule
ORDER BY corrected DESC, confirmed DESC, what, rule;
