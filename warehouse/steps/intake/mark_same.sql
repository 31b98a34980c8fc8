-- The articles whose annotation came out as it was (temp table same_article) are up to date as they are.
-- Variable: rules_version.
-- Temp tables in: same_article.  Out: none.
UPDATE core.article SET rules_version = getvariable('rules_version')
WHERE article_id IN (SELECT article_id FROM same_article);
