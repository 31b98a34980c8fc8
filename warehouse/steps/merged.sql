-- All is merged: what is gone leaves, what is new is held.
DELETE FROM core.mention_block WHERE number IN (SELECT number FROM core.merge_member WHERE state = 'gone');
DELETE FROM core.merge_member WHERE state = 'gone';
UPDATE core.merge_member SET state = 'held' WHERE state = 'new';
TRUNCATE core.touched_mention;
