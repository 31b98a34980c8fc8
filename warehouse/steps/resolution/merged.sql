-- All is merged: what is gone leaves, what is new is held.
-- Temp tables in: none.  Out: none.
DELETE FROM core.happening_block WHERE number IN (SELECT number FROM core.happening WHERE state = 'gone');
DELETE FROM core.happening_mention WHERE number IN (SELECT number FROM core.happening WHERE state = 'gone');
DELETE FROM core.happening WHERE state = 'gone';
UPDATE core.happening SET state = 'held' WHERE state = 'new';
TRUNCATE core.touched_mention;
