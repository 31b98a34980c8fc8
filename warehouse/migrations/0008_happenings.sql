-- What is compared is what one article tells of one happening, no longer single mentions.
-- What was merged before has no such record: every article is annotated and merged anew by the next run.

DROP TABLE core.merge_member;
DROP TABLE core.mention_block;
DROP TABLE core.mention_pair;

CREATE TABLE core.happening (
    number INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    by_content VARCHAR NOT NULL,
    by_time VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    founder INTEGER,
    history BIGINT
);
COMMENT ON TABLE core.happening IS 'What one article tells of one happening, as merging knows it, by number; an article that is annotated anew gets other numbers.';
COMMENT ON COLUMN core.happening.mention_id IS 'Its first mention.';
COMMENT ON COLUMN core.happening.by_content IS 'Its place in a large block by whom and what it tells of (transforms.coreference.blocking).';
COMMENT ON COLUMN core.happening.by_time IS 'Its place in a large block by its days.';
COMMENT ON COLUMN core.happening.state IS 'new: not merged yet; held: merged; gone: merged, and its article has dropped it since.';
COMMENT ON COLUMN core.happening.founder IS 'The least number of its group, those that comparing made one event; NULL until merged.';
COMMENT ON COLUMN core.happening.history IS 'A hash of the joins that made its group (transforms.coreference.clustering).';

CREATE TABLE core.happening_mention (
    number INTEGER NOT NULL,
    mention_id VARCHAR NOT NULL,
    joined_to VARCHAR,
    weight DOUBLE,
    reasons VARCHAR[]
);
COMMENT ON TABLE core.happening_mention IS 'The mentions of each happening; all but one joined an earlier or a later one of the article, for these reasons.';

CREATE TABLE core.happening_block (
    block_key BIGINT NOT NULL,
    number INTEGER NOT NULL
);
COMMENT ON TABLE core.happening_block IS 'Which happenings may be compared: those that share a block.  Its key is hashed, since it is made of the article''s words.';

CREATE TABLE core.happening_pair (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    weight DOUBLE NOT NULL,
    ties INTEGER NOT NULL
);
COMMENT ON TABLE core.happening_pair IS 'The weight of every pair of happenings that is compared, one < other, and how many blocks and orders of large blocks make it so.';

CREATE TABLE core.loosened_article (
    article_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.loosened_article IS 'Articles of which mentions came or went, withheld or as furniture: what they tell of each happening is found anew.';

-- Relations no longer narrow the days of events.
DROP TABLE core.event_narrowed;
DROP TABLE core.narrowed_bound;
ALTER TABLE core.event DROP COLUMN passes;
ALTER TABLE core.event_relation DROP COLUMN used;

DELETE FROM core.merge_link WHERE relation = 'serves';
INSERT INTO core.touched_mention SELECT mention_id FROM core.event_member;
UPDATE core.article SET rules_version = NULL;
