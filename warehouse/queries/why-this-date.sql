-- Why is an event dated as it is: the expression, the rule, the anchor and the sentence behind each of its bounds
-- event: the event's id or its beginning; by default the dated key event with most mentions
WITH asked AS (
    SELECT coalesce(
        getvariable('event'),
        (SELECT event_id FROM timeline WHERE dated ORDER BY mentions DESC, event_id LIMIT 1)
    ) AS event_id
)

SELECT e.event_title, e.bound, e.value, e.kind, e.expression, e.timex_value, e.rule_id, e.anchor_date, e.anchor_reason, e.other_event_title, e.sentence, e.article_id
FROM event_evidence AS e
JOIN asked AS a ON starts_with(e.event_id, a.event_id)
ORDER BY e.bound DESC, e.value, e.mention_id
