-- Puts the terms of articles (temp table fresh_profile) in place of their old ones, and drops those of articles that went.
-- Temp tables in: fresh_profile.  Out: none.
DELETE FROM core.story_article
WHERE article_id IN (SELECT article_id FROM fresh_profile) OR article_id NOT IN (SELECT article_id FROM core.article);
INSERT INTO core.story_article BY NAME FROM fresh_profile;
