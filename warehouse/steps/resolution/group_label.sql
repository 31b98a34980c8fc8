-- Notes the groups that were made anew (temp table regrouped).
-- Temp tables in: regrouped.  Out: none.
UPDATE core.happening AS m
SET founder = r.founder, history = r.history
FROM regrouped AS r
WHERE m.number = r.number;
