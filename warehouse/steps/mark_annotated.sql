-- The articles just annotated (temp table annotated_article) are up to date, and their new blocks must be merged.
-- Variable: rules_version.
UPDATE core.article SET annotated_version = version, rules_version = getvariable('rules_version')
WHERE article_id IN (SELECT article_id FROM annotated_article);

INSERT INTO core.touched_block
SELECT DISTINCT block_key FROM core.mention_block SEMI JOIN annotated_article USING (article_id);

INSERT INTO core.touched_mention
SELECT mention_id FROM core.merge_mention SEMI JOIN annotated_article USING (article_id);
