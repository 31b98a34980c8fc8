-- What reading kept bytes again needs to know, and which versions gave way to what better readers made of the same bytes.

ALTER TABLE raw.reading ADD COLUMN media_type VARCHAR;
ALTER TABLE raw.reading ADD COLUMN hints VARCHAR;
COMMENT ON COLUMN raw.reading.media_type IS 'As the server or the archive called it.';
COMMENT ON COLUMN raw.reading.hints IS 'What the source said of the document, as JSON; NULL where an earlier dateline read it: it is not read again.';

ALTER TABLE core.article_version ADD COLUMN superseded BOOLEAN;
COMMENT ON COLUMN core.article_version.superseded IS 'True where the same bytes were read again and gave another content: it is history, and can not count again by its dates.';
