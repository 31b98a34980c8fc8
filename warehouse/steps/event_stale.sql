-- The mentions whose events are made anew (temp table stale_member): those of regrouped mentions (temp table dirty) and of
-- those that were touched, and all that hangs together with them by groups and by light verbs with what they serve; and
-- these ties (temp table stale_link).
CREATE OR REPLACE TEMP TABLE served AS
SELECT a.number AS light, a.founder AS light_founder, b.number AS served, b.founder AS served_founder
FROM core.merge_link AS l
JOIN core.merge_member AS a ON a.mention_id = l.mention_id AND a.state <> 'gone'
JOIN core.merge_member AS b ON b.mention_id = l.other_mention_id AND b.state <> 'gone'
WHERE l.relation = 'serves';

CREATE OR REPLACE TEMP TABLE stale_founder AS
WITH RECURSIVE reached AS (
    SELECT DISTINCT founder
    FROM core.merge_member
    WHERE state <> 'gone' AND (number IN (FROM dirty) OR mention_id IN (FROM core.touched_mention))
    UNION
    SELECT unnest([light_founder, served_founder])
    FROM reached
    JOIN served ON founder IN (light_founder, served_founder)
)

FROM reached;

CREATE OR REPLACE TEMP TABLE stale_member AS
SELECT number, mention_id, founder
FROM core.merge_member
WHERE state <> 'gone' AND founder IN (FROM stale_founder);

CREATE OR REPLACE TEMP TABLE stale_link AS
SELECT number AS one, founder AS other FROM stale_member
UNION ALL
SELECT light, served FROM served WHERE light_founder IN (FROM stale_founder);
