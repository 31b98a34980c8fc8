-- quality.duckdb (attached as old) into a new file (new), without what was quoted of an article.  The warehouse, where
-- the quarantine has been cleared, is the default database.  Variable: article_id.
-- Temp tables in: none.  Out: none.
INSERT INTO new.run BY NAME FROM old.run;
INSERT INTO new.check_result BY NAME FROM old.check_result;
INSERT INTO new.site_volume BY NAME FROM old.site_volume;
INSERT INTO new.source BY NAME FROM ops.source ORDER BY source;
INSERT INTO new.quarantine BY NAME SELECT * EXCLUDE (article_id) FROM ops.quarantine ORDER BY last_seen, source, location, reason_code;
-- A failure may quote the sentence of another article's check: what belongs to no article is dropped too.
INSERT INTO new.check_failure BY NAME
FROM old.check_failure
WHERE article_id <> getvariable('article_id') AND detail NOT LIKE '%"%' AND NOT contains(row_key, getvariable('article_id'));
