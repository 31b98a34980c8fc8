-- What kind of text an article is, is judged by its own evidence unless somebody says it; until now nobody's word was "news".
ALTER TABLE core.article ADD COLUMN text_kind VARCHAR;
ALTER TABLE core.article ADD COLUMN kind_reason VARCHAR;
COMMENT ON COLUMN core.article.text_kind IS 'What kind of text the annotation took it for.';
COMMENT ON COLUMN core.article.kind_reason IS 'What showed it.';

UPDATE core.article_version SET kind = 'auto' WHERE kind = 'news';
UPDATE core.article SET rules_version = NULL;
