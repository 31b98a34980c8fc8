-- The happening of today of each mention that people decided about (temp table decided_mention).
-- Temp tables in: decided_mention.  Out: none.
SELECT mention_id, number
FROM core.happening_mention
SEMI JOIN decided_mention USING (mention_id)
JOIN core.happening AS h USING (number)
WHERE h.state <> 'gone'
