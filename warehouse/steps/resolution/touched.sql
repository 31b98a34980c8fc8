-- Whether anything must be merged anew.
-- Temp tables in: none.  Out: none.
SELECT 1 WHERE EXISTS (FROM core.happening WHERE state <> 'held')
    OR EXISTS (FROM core.touched_mention)
    OR EXISTS (FROM core.touched_sentence)
    OR EXISTS (FROM core.loosened_article)
