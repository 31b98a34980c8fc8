-- Takes the changes of pairs (temp table pair_change) over into core.happening_pair, but for new ones, which wait for their
-- weight (temp table fresh_pair).  What was lost stays beside (temp table lost_pair).
-- Temp tables in: pair_change.  Out: gone_member, lost_pair, fresh_pair.
CREATE OR REPLACE TEMP TABLE gone_member AS
SELECT number FROM core.happening WHERE state = 'gone';

CREATE OR REPLACE TEMP TABLE lost_pair AS
SELECT one, other, weight
FROM core.happening_pair
WHERE one IN (SELECT number FROM gone_member) OR other IN (SELECT number FROM gone_member)
UNION ALL
SELECT one, other, p.weight
FROM core.happening_pair AS p
JOIN pair_change AS c USING (one, other)
WHERE p.ties + c.ties <= 0
    AND one NOT IN (SELECT number FROM gone_member)
    AND other NOT IN (SELECT number FROM gone_member);

CREATE OR REPLACE TEMP TABLE fresh_pair AS
SELECT one, other, ties FROM pair_change ANTI JOIN core.happening_pair USING (one, other);

DELETE FROM core.happening_pair AS p USING lost_pair AS l WHERE p.one = l.one AND p.other = l.other;

UPDATE core.happening_pair AS p SET ties = p.ties + c.ties FROM pair_change AS c WHERE p.one = c.one AND p.other = c.other;
