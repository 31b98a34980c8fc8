-- Merging itself has changed: what every article tells of each happening is found anew.
-- Temp tables in: none.  Out: none.
INSERT INTO core.loosened_article
SELECT DISTINCT article_id FROM core.merge_article
EXCEPT
FROM core.loosened_article;
