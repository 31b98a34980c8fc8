-- The furniture of a published file (attached as old) into a new one (new), without that of an article.  Variable: article_id.
-- Temp tables in: none.  Out: none.
INSERT INTO new.article_furniture BY NAME FROM old.article_furniture WHERE article_id <> getvariable('article_id')
