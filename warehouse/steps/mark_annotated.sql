-- The articles just annotated (temp table annotated_article) are up to date.
-- Variable: rules_version.
UPDATE core.article SET annotated_version = version, rules_version = getvariable('rules_version')
WHERE article_id IN (SELECT article_id FROM annotated_article);
