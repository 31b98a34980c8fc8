-- The articles of each story that has more than one to publish (temp table story_member), with the words that tie each to it.
CREATE OR REPLACE TEMP TABLE story_member AS
SELECT s.story_id, p.article_id, s.central_article_id, p.words, p.kinds, p.shares
FROM core.story_place AS p
JOIN core.story AS s USING (founder)
SEMI JOIN kept_article USING (article_id)
QUALIFY count(*) OVER (PARTITION BY s.story_id) > 1;
