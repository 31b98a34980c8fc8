-- Mentions whose group a change may have made another (temp table dirty): those that are new, that lost a member of their
-- group, or of whose group a pair is compared now that was not, or no more.
-- Needs the temp tables fresh_pair and lost_pair, and link_change, what people decided of pairs anew.  What pairs with mentions that are new or gone do is found from these.
-- Temp tables in: fresh_pair, link_change, lost_pair.  Out: dirty.
CREATE OR REPLACE TEMP TABLE dirty AS
WITH held AS (
    SELECT number, founder FROM core.happening WHERE state = 'held'
),

changed AS (
    SELECT least(a.founder, b.founder) AS one, greatest(a.founder, b.founder) AS other, max(weight) AS weight
    FROM (
        SELECT one, other, p.weight FROM core.happening_pair AS p SEMI JOIN fresh_pair USING (one, other)
        UNION ALL
        FROM lost_pair
        UNION ALL
        FROM link_change
    ) AS p
    JOIN held AS a ON a.number = p.one
    JOIN held AS b ON b.number = p.other
    GROUP BY ALL
),

-- What speaks against one event matters only between groups for which something speaks.
tied AS (
    SELECT DISTINCT least(a.founder, b.founder) AS one, greatest(a.founder, b.founder) AS other
    FROM core.weighed_pair AS p
    JOIN held AS a ON a.number = p.one
    JOIN held AS b ON b.number = p.other
    WHERE p.weight > 0
),

founders AS (
    SELECT founder FROM core.happening WHERE state = 'gone'
    UNION
    SELECT unnest([one, other]) FROM changed LEFT JOIN tied AS t USING (one, other) WHERE weight > 0 OR one = other OR t.one IS NOT NULL
)

SELECT number
FROM core.happening
WHERE state = 'new' OR (state = 'held' AND founder IN (FROM founders));
