-- Puts new places of articles (temp table new_place) and new stories (new_story) where their old ones were; the articles of
-- other stories than those (temp table regrouped: their founders, old and new) stand where they stood.
-- Temp tables in: new_join, new_other, new_place, new_story, regrouped.  Out: none.
DELETE FROM core.story_place
WHERE article_id IN (SELECT article_id FROM new_place) OR article_id NOT IN (SELECT article_id FROM core.article);
INSERT INTO core.story_place BY NAME FROM new_place;
UPDATE core.story_place AS p SET other_founder = n.other_founder FROM new_other AS n WHERE n.article_id = p.article_id;
DELETE FROM core.story WHERE founder IN (SELECT founder FROM regrouped);
INSERT INTO core.story BY NAME FROM new_story;
DELETE FROM core.story_join WHERE nth >= getvariable('first_new_join');
INSERT INTO core.story_join BY NAME FROM new_join;
