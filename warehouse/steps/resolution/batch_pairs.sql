-- The pairs within the parts of one batch (temp table batch), with their weights.
-- Temp tables in: batch.  Out: none.
SELECT p.one, p.other, p.weight
FROM core.weighed_pair AS p
JOIN batch AS a ON a.number = p.one
JOIN batch AS b ON b.number = p.other
WHERE a.part = b.part
