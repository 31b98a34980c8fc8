-- an article is not updated before it is published
-- severity: warning
-- remedy: look at the page's dates; give the right ones in a manifest
SELECT article_id AS row_key, article_id, 'published ' || published || ' but updated ' || updated AS detail
FROM article
WHERE updated < published;
