-- Whether any of the articles (temp table annotated_article) has rows in core that must give way: deleting looks through
-- whole tables, which for new articles would be in vain.
SELECT 1
FROM core.article
SEMI JOIN annotated_article USING (article_id)
WHERE annotated_version IS NOT NULL
LIMIT 1
