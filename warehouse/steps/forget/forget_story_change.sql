-- What became of the stories of a published file (attached as old) into a new one (new), under the titles that they have
-- now: an earlier one may be the headline of what is forgotten.
-- Temp tables in: none.  Out: none.
INSERT INTO new.story_alias BY NAME FROM old.story_alias SEMI JOIN new.story USING (story_id);
INSERT INTO new.story_change BY NAME
SELECT c.* REPLACE (s.title AS title) FROM old.story_change AS c JOIN new.story AS s USING (story_id)
