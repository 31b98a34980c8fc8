-- The mentions whose events may be others now (temp table stale_member), and the ties between them (temp table part_link).
-- Needs the temp tables fresh_pair, lost_pair and gone_member, and every pair's weight.
CREATE OR REPLACE TEMP TABLE stale_part AS
WITH changed_pair AS (
    SELECT one, other, weight FROM lost_pair
    UNION ALL
    SELECT one, other, p.weight FROM core.mention_pair AS p SEMI JOIN fresh_pair USING (one, other)
)

-- A pair that speaks for one event ties its mentions; another matters only among those that are tied already.
SELECT a.part
FROM changed_pair AS p
JOIN core.merge_member AS a ON a.number = p.one
JOIN core.merge_member AS b ON b.number = p.other
WHERE p.weight > 0 OR a.part = b.part
UNION
SELECT b.part
FROM changed_pair AS p
JOIN core.merge_member AS b ON b.number = p.other
WHERE p.weight > 0
UNION
SELECT part FROM core.merge_member WHERE state = 'gone' OR mention_id IN (SELECT mention_id FROM core.touched_mention);

CREATE OR REPLACE TEMP TABLE stale_member AS
SELECT number, mention_id
FROM core.merge_member
WHERE state = 'new' OR (state = 'held' AND part IN (SELECT part FROM stale_part));

CREATE OR REPLACE TEMP TABLE part_link AS
SELECT one, other FROM core.mention_pair WHERE weight > 0 AND one IN (SELECT number FROM stale_member)
UNION ALL
SELECT a.number, b.number
FROM core.merge_link AS l
JOIN stale_member AS a ON a.mention_id = l.mention_id
JOIN stale_member AS b ON b.mention_id = l.other_mention_id
WHERE l.relation = 'serves';
