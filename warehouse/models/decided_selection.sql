-- Levels that people gave (temp table decided_level) in the place of those that selection gave: what dateline says itself is
-- noted beside the decision.  A key event stands under no other, and nothing under what is none any more.
UPDATE decision_outcome SET said = s.level
FROM selected AS s
WHERE s.event_id = decision_outcome.event_id AND decision_outcome.action = 'level' AND NOT undone;

UPDATE selected SET
    level = d.level,
    parent_event_id = CASE WHEN d.level = 'detail' THEN parent_event_id END
FROM decided_level AS d
WHERE d.event_id = selected.event_id;

UPDATE selected SET parent_event_id = NULL
WHERE parent_event_id NOT IN (SELECT event_id FROM selected WHERE level = 'key');

DELETE FROM selected_reason WHERE about = 'level' AND event_id IN (SELECT event_id FROM decided_level);

INSERT INTO selected_reason BY NAME
SELECT event_id, 'level' AS about, reason FROM decided_level;
