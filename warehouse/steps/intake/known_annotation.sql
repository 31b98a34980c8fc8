-- Whether any of the articles (temp table annotated_article) has rows in core that must give way: deleting looks through
-- whole tables, which for new articles would be in vain.
-- Temp tables in: annotated_article.  Out: none.
SELECT 1
FROM core.article
SEMI JOIN annotated_article USING (article_id)
WHERE annotated_version IS NOT NULL
LIMIT 1
