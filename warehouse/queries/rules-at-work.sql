-- Which rules date the events, and how often?
SELECT kind, rule_id, count(*) AS bounds, count(DISTINCT event_id) AS events, any_value(expression ORDER BY mention_id) AS example
FROM event_evidence
WHERE used
GROUP BY kind, rule_id
ORDER BY bounds DESC, kind, rule_id
