-- Takes over the groups of copies (temp table copy_of); mentions of articles that changed theirs are merged again.
-- Temp tables in: copy_of.  Out: moved_article.
CREATE OR REPLACE TEMP TABLE moved_article AS
SELECT a.article_id, c.copy_group
FROM core.article AS a
LEFT JOIN copy_of AS c USING (article_id)
WHERE a.copy_group IS DISTINCT FROM c.copy_group;

UPDATE core.article AS a SET copy_group = r.copy_group FROM moved_article AS r WHERE a.article_id = r.article_id;

INSERT INTO core.touched_sentence SELECT DISTINCT hash FROM core.article_sentence SEMI JOIN moved_article USING (article_id);

INSERT INTO core.touched_mention SELECT mention_id FROM core.event_mention SEMI JOIN moved_article USING (article_id);
