-- Tables of the published file with the rows of one story alone, under their own names: temporary ones are found first.
-- They hide the published ones, and are no step of another.  Variable: story_id.
-- Temp tables in: none.  Out: none.
CREATE TEMP TABLE article AS
SELECT a.* FROM article AS a
WHERE a.article_id IN (SELECT s.article_id FROM story_article AS s WHERE s.story_id = getvariable('story_id') AND s.main);
CREATE TEMP TABLE event_mention AS SELECT m.* FROM event_mention AS m SEMI JOIN article USING (article_id);
CREATE TEMP TABLE time_expression AS SELECT t.* FROM time_expression AS t SEMI JOIN article USING (article_id);
CREATE TEMP TABLE event AS
SELECT e.* FROM event AS e
WHERE e.event_id IN (SELECT s.event_id FROM story_event AS s WHERE s.story_id = getvariable('story_id'));
