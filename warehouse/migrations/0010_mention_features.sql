-- What merging reads of a mention is called what it is.
ALTER TABLE core.merge_mention RENAME COLUMN told TO features;
