-- Where the pages of a printed document begin, so that a sentence can be looked up in it.

ALTER TABLE core.article_version ADD COLUMN page_starts INTEGER[];
COMMENT ON COLUMN core.article_version.page_starts IS 'Offsets in the text at which pages begin; NULL where it has none.';
ALTER TABLE core.incoming ADD COLUMN page_starts INTEGER[];
