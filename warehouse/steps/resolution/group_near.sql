-- The dirty mentions (temp table dirty) with all of every group to which a pair of positive weight ties one of them (temp
-- table near), and the ties between all these (temp table near_link).
-- Temp tables in: dirty.  Out: near, near_link.
CREATE OR REPLACE TEMP TABLE near AS
WITH tied AS (
    SELECT other AS number FROM core.weighed_pair WHERE weight > 0 AND one IN (FROM dirty)
    UNION
    SELECT one FROM core.weighed_pair WHERE weight > 0 AND other IN (FROM dirty)
)

SELECT number, founder, history, number IN (FROM dirty) AS is_dirty
FROM core.happening
WHERE number IN (FROM dirty)
    OR (state = 'held' AND founder IN (SELECT founder FROM core.happening SEMI JOIN tied USING (number)));

CREATE OR REPLACE TEMP TABLE near_link AS
SELECT one, other
FROM core.weighed_pair
WHERE weight > 0 AND one IN (SELECT number FROM near) AND other IN (SELECT number FROM near);
