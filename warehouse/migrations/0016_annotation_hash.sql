-- What an annotation says is known by a hash, so that rows that come out as they were are left alone.
ALTER TABLE core.article ADD COLUMN annotation_hash VARCHAR;
COMMENT ON COLUMN core.article.annotation_hash IS 'A hash of all that its annotation says; NULL where that was not noted.';
