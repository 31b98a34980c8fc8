-- Takes out of merging what articles tell of which mentions came or went (core.loosened_article).
-- Temp tables in: none.  Out: none.
DELETE FROM core.happening_block
WHERE number IN (SELECT number FROM core.happening WHERE state = 'new' AND article_id IN (FROM core.loosened_article));
DELETE FROM core.happening_mention
WHERE number IN (SELECT number FROM core.happening WHERE state = 'new' AND article_id IN (FROM core.loosened_article));
DELETE FROM core.happening WHERE state = 'new' AND article_id IN (FROM core.loosened_article);
UPDATE core.happening SET state = 'gone' WHERE state = 'held' AND article_id IN (FROM core.loosened_article);
