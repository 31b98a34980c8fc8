-- The articles of each story that has more than one to publish (temp table story_member), with the words that tie each to it.
CREATE OR REPLACE TEMP TABLE story_place AS
SELECT
    article_id,
    arg_max(founder, day) AS founder,
    arg_max(words, day) AS words,
    arg_max(shares, day) AS shares,
    arg_min(coalesce(other_founder, ''), day) AS other_founder
FROM core.story_step
GROUP BY article_id;

CREATE OR REPLACE TEMP TABLE story_member AS
SELECT s.story_id, p.article_id, s.central_article_id, p.words, p.shares
FROM story_place AS p
JOIN core.story AS s USING (founder)
SEMI JOIN kept_article USING (article_id)
QUALIFY count(*) OVER (PARTITION BY s.story_id) > 1;
