-- The articles just annotated (temp table annotated_article) are up to date; what their sentences are, other pages decide too.
-- Variable: rules_version.
-- Temp tables in: annotated_article.  Out: none.
UPDATE core.article SET annotated_version = version, rules_version = getvariable('rules_version')
WHERE article_id IN (SELECT article_id FROM annotated_article);

INSERT INTO core.touched_sentence
SELECT DISTINCT hash FROM core.article_sentence SEMI JOIN annotated_article USING (article_id);
