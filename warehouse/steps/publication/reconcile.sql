-- Publications that the published file (attached as published) knows and the warehouse does not.
-- Temp tables in: none.  Out: none.
INSERT INTO ops.publication BY NAME
SELECT p.*
FROM published.publication AS p
ANTI JOIN ops.publication USING (version);
