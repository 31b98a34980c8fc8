-- Which pairs of mentions came to be compared since the last merging, or ceased to be (temp table pair_change: one < other,
-- ties: how many blocks and orders more make it so, or fewer).  What is gone is left out.  transforms/coreference/blocking.py says in
-- Python which pairs are compared.  Variables: large_block, reach.
-- Temp tables in: none.  Out: block_standing, block_place, pair_change.

-- The blocks that something came to or went from; of the others no pair can change.
CREATE OR REPLACE TEMP TABLE block_standing AS
SELECT
    block_key,
    number,
    state,
    count(*) FILTER (state <> 'new') OVER block > getvariable('large_block') AS was_large,
    count(*) FILTER (state <> 'gone') OVER block > getvariable('large_block') AS is_large
FROM core.happening_block
JOIN core.happening USING (number)
WHERE block_key IN (SELECT block_key FROM core.happening_block JOIN core.happening USING (number) WHERE state <> 'held')
WINDOW block AS (PARTITION BY block_key);

-- Members of large blocks in both orders, with their places before and now.
CREATE OR REPLACE TEMP TABLE block_place AS
WITH large AS (
    SELECT block_key, in_order, number, state, was_large, is_large, mention_id, CASE in_order WHEN 1 THEN by_content ELSE by_time END AS place
    FROM block_standing
    JOIN core.happening USING (number, state), (VALUES (1), (2)) AS o(in_order)
    WHERE was_large OR is_large
),

placed AS (
    SELECT
        block_key,
        in_order,
        number,
        state,
        was_large,
        is_large,
        count(*) FILTER (state <> 'new') OVER sorted AS place_before,
        count(*) FILTER (state <> 'gone') OVER sorted AS place_now,
        count(*) FILTER (state <> 'held') OVER sorted AS changes,
        row_number() OVER sorted AS nth
    FROM large
    WINDOW sorted AS (PARTITION BY block_key, in_order ORDER BY place, mention_id, number ROWS UNBOUNDED PRECEDING)
)

SELECT
    * EXCLUDE (changes, nth),
    -- Far from every change, two mentions stand as far apart as they did.
    NOT (was_large AND is_large)
    OR max(changes) OVER around > min(changes - (state <> 'held')::INTEGER) OVER around AS near_change
FROM placed
WINDOW around AS (
    PARTITION BY block_key, in_order
    ORDER BY nth
    RANGE BETWEEN getvariable('reach') PRECEDING AND getvariable('reach') FOLLOWING
);

CREATE OR REPLACE TEMP TABLE pair_change AS
WITH moved AS (
    SELECT * FROM block_place WHERE near_change
),

steps AS (
    SELECT unnest(range(1, getvariable('reach')::INTEGER + 1)) AS step
),

changes AS (
    -- Small as it was: what came is compared with all.
    SELECT a.number AS one, b.number AS other, 1 AS ties
    FROM block_standing AS a
    JOIN block_standing AS b USING (block_key)
    WHERE NOT a.was_large AND NOT a.is_large AND b.state = 'new' AND (a.state = 'held' OR (a.state = 'new' AND a.number < b.number))
    UNION ALL
    -- Small now, or small before.
    SELECT a.number, b.number, 1
    FROM block_standing AS a
    JOIN block_standing AS b USING (block_key)
    WHERE a.was_large AND NOT a.is_large AND a.number < b.number AND a.state <> 'gone' AND b.state <> 'gone'
    UNION ALL
    SELECT a.number, b.number, -1
    FROM block_standing AS a
    JOIN block_standing AS b USING (block_key)
    WHERE a.is_large AND NOT a.was_large AND a.number < b.number AND a.state = 'held' AND b.state = 'held'
    UNION ALL
    -- Large now, or large before.
    SELECT a.number, b.number, 1
    FROM moved AS a
    CROSS JOIN steps
    JOIN moved AS b ON b.block_key = a.block_key AND b.in_order = a.in_order AND b.place_now = a.place_now + step
    WHERE a.is_large AND a.state <> 'gone' AND b.state <> 'gone'
    UNION ALL
    SELECT a.number, b.number, -1
    FROM moved AS a
    CROSS JOIN steps
    JOIN moved AS b ON b.block_key = a.block_key AND b.in_order = a.in_order AND b.place_before = a.place_before + step
    WHERE a.was_large AND a.state = 'held' AND b.state = 'held'
)

SELECT least(one, other) AS one, greatest(one, other) AS other, sum(ties)::INTEGER AS ties
FROM changes
GROUP BY ALL
HAVING sum(ties) <> 0;
