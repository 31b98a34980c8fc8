-- an article is not updated before it is published
SELECT article_id AS row_key, article_id, 'published ' || published || ' but updated ' || updated AS detail
FROM article
WHERE updated < published;
