-- Merging keeps the weight of every pair that was compared, so that a new article is compared with its neighbours alone.
-- What was merged before has no such record: every article is annotated and merged anew by the next run.

DROP TABLE core.touched_block;
DROP TABLE core.mention_block;

CREATE TABLE core.merge_member (
    number INTEGER NOT NULL,
    mention_id VARCHAR NOT NULL,
    by_content VARCHAR NOT NULL,
    by_time VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    founder INTEGER,
    history BIGINT
);
COMMENT ON TABLE core.merge_member IS 'Mentions as merging knows them, by number; a mention that is annotated anew gets another number.';
COMMENT ON COLUMN core.merge_member.by_content IS 'Its place in a large block by whom and what it tells of (transforms.coreference.blocking).';
COMMENT ON COLUMN core.merge_member.by_time IS 'Its place in a large block by its days.';
COMMENT ON COLUMN core.merge_member.state IS 'new: not merged yet; held: merged; gone: merged, and its article has dropped it since.';
COMMENT ON COLUMN core.merge_member.founder IS 'The least number of its group, those that comparing made one event; NULL until merged.';
COMMENT ON COLUMN core.merge_member.history IS 'A hash of the joins that made its group (transforms.coreference.clustering).';

CREATE TABLE core.merge_article (
    article_id VARCHAR NOT NULL,
    salient VARCHAR NOT NULL
);
COMMENT ON TABLE core.merge_article IS 'The telling words of an article, which merging reads of each of its mentions, as JSON.';

CREATE TABLE core.mention_block (
    block_key BIGINT NOT NULL,
    number INTEGER NOT NULL
);
COMMENT ON TABLE core.mention_block IS 'Which mentions may be compared: those that share a block.  Its key is hashed, since it is made of the article''s words.';

CREATE TABLE core.mention_pair (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    weight DOUBLE NOT NULL,
    ties INTEGER NOT NULL
);
COMMENT ON TABLE core.mention_pair IS 'The weight of every pair of mentions that is compared, one < other, and how many blocks and orders of large blocks make it so.';

ALTER TABLE core.event ADD COLUMN passes BOOLEAN DEFAULT false;
COMMENT ON COLUMN core.event.passes IS 'Whether it narrows events that are related to it.  Its bounds here are its members'' own.';

CREATE TABLE core.event_narrowed (
    event_id VARCHAR NOT NULL,
    start_earliest DATE,
    start_latest DATE,
    end_earliest DATE,
    end_latest DATE,
    edtf VARCHAR,
    precision VARCHAR NOT NULL
);
COMMENT ON TABLE core.event_narrowed IS 'What relations leave of an event''s bounds, where that is less than its members'' own.';

CREATE TABLE core.narrowed_bound (
    event_id VARCHAR NOT NULL,
    bound VARCHAR NOT NULL,
    value DATE NOT NULL,
    mention_id VARCHAR,
    other_event_id VARCHAR NOT NULL,
    rule_id VARCHAR
);
COMMENT ON TABLE core.narrowed_bound IS 'Where each narrowed bound comes from: a relation to another event.';

UPDATE core.article SET rules_version = NULL;
