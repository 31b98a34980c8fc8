-- The articles just annotated (temp table annotated_article) are up to date; what their sentences are, other pages decide too.
-- Variable: rules_version.
-- Temp tables in: annotated_article.  Out: none.
UPDATE core.article SET
    annotated_version = version,
    rules_version = getvariable('rules_version'),
    text_kind = a.text_kind,
    kind_reason = a.kind_reason,
    annotation_hash = a.annotation_hash
FROM annotated_article AS a
WHERE core.article.article_id = a.article_id;

INSERT INTO core.touched_sentence
SELECT DISTINCT hash FROM core.article_sentence SEMI JOIN annotated_article USING (article_id);
