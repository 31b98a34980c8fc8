-- The writer's own tables.  raw: as it came; core: what was made of it; ops: what the runs did.
-- No primary keys and no foreign keys: they made a load of a million rows several times slower, and deleting a row with
-- its dependants in one transaction fails.  The checks hold keys and joins instead (docs/decisions/0070-keys-are-checked.md).

CREATE SCHEMA raw;
CREATE SCHEMA core;
CREATE SCHEMA ops;

-- ---------------------------------------------------------------- raw

CREATE TABLE raw.snapshot (
    snapshot_sha256 VARCHAR NOT NULL,
    uri VARCHAR NOT NULL,
    media_type VARCHAR,
    fetched_at TIMESTAMP NOT NULL,
    size_bytes BIGINT NOT NULL,
    content BLOB,
    run_id VARCHAR NOT NULL
);
COMMENT ON TABLE raw.snapshot IS 'Bytes as fetched; content is NULL where the source itself keeps them (a local file).';

CREATE TABLE raw.reading (
    reading_id VARCHAR NOT NULL,
    snapshot_sha256 VARCHAR NOT NULL,
    uri VARCHAR NOT NULL,
    read_at TIMESTAMP NOT NULL,
    run_id VARCHAR NOT NULL,
    settled BOOLEAN NOT NULL
);
COMMENT ON TABLE raw.reading IS 'What was read: one row a snapshot with the metadata and the readers'' version it was read with; settled once its articles are in core.';

CREATE TABLE raw.reading_article (
    reading_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL
);
COMMENT ON TABLE raw.reading_article IS 'The articles that a reading gave.';

-- ---------------------------------------------------------------- core

CREATE TABLE core.article_version (
    article_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    text_sha256 VARCHAR NOT NULL,
    url VARCHAR,
    site VARCHAR,
    title VARCHAR,
    author VARCHAR,
    published DATE,
    published_at VARCHAR,
    published_signal VARCHAR,
    published_precision VARCHAR,
    updated DATE,
    language VARCHAR,
    language_confidence DOUBLE,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    hashes BIGINT[] NOT NULL,
    arrival BIGINT NOT NULL,
    arrived TIMESTAMP NOT NULL,
    run_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.article_version IS 'Every version of every article; arrival counts up each time one of them is offered anew.';

CREATE TABLE core.incoming (
    article_id VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    text_sha256 VARCHAR NOT NULL,
    url VARCHAR,
    site VARCHAR,
    title VARCHAR,
    author VARCHAR,
    published DATE,
    published_at VARCHAR,
    published_signal VARCHAR,
    published_precision VARCHAR,
    updated DATE,
    language VARCHAR,
    language_confidence DOUBLE,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    signals STRUCT(source VARCHAR, field VARCHAR, raw VARCHAR, day DATE, instant VARCHAR, precision VARCHAR, detail VARCHAR, chosen BOOLEAN)[] NOT NULL,
    hashes BIGINT[] NOT NULL
);
COMMENT ON TABLE core.incoming IS 'Contents offered by the run under way that no version has yet; empty between runs.';

CREATE TABLE core.article (
    article_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    annotated_version INTEGER,
    rules_version VARCHAR,
    copy_group VARCHAR,
    first_seen TIMESTAMP NOT NULL
);
COMMENT ON TABLE core.article IS 'The current version of each article, and the version and rules that its rows in core come from (NULL: none yet).';

CREATE TABLE core.article_sketch (
    article_id VARCHAR NOT NULL,
    hash BIGINT NOT NULL
);
COMMENT ON TABLE core.article_sketch IS 'The least hashes of the runs of words of an article''s current text (warehouse.intake.near_duplicates).';

CREATE TABLE core.copy_pair (
    article_id VARCHAR NOT NULL,
    other_article_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.copy_pair IS 'Articles at least half of whose text is the same.';

CREATE TABLE core.article_signal (
    article_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    raw VARCHAR NOT NULL,
    day DATE,
    instant VARCHAR,
    precision VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    chosen BOOLEAN NOT NULL
);

CREATE TABLE core.time_expression (
    time_expression_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    nth INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    timex_type VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    mod VARCHAR,
    quant VARCHAR,
    freq VARCHAR,
    edtf VARCHAR,
    precision VARCHAR NOT NULL,
    earliest DATE,
    latest DATE,
    rule_id VARCHAR NOT NULL,
    anchor_date DATE,
    anchor_reason VARCHAR,
    connective VARCHAR,
    local_time VARCHAR,
    zone VARCHAR
);

CREATE TABLE core.event_mention (
    mention_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    nth INTEGER NOT NULL,
    sentence VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    sentence_index INTEGER NOT NULL,
    trigger VARCHAR NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    lemma VARCHAR NOT NULL,
    event_class VARCHAR NOT NULL,
    event_type VARCHAR NOT NULL,
    rule_id VARCHAR,
    serves_mention_id VARCHAR,
    kind VARCHAR,
    edtf VARCHAR,
    precision VARCHAR NOT NULL,
    start_earliest DATE,
    start_latest DATE,
    end_earliest DATE,
    end_latest DATE,
    dated BOOLEAN NOT NULL,
    approximate BOOLEAN NOT NULL,
    ongoing BOOLEAN NOT NULL,
    local_time VARCHAR,
    zone VARCHAR,
    when_reason VARCHAR,
    modality VARCHAR NOT NULL,
    modality_rule VARCHAR,
    modality_cue VARCHAR,
    speaker VARCHAR,
    speaker_kind VARCHAR,
    cue VARCHAR,
    content VARCHAR,
    on_timeline BOOLEAN NOT NULL,
    reason VARCHAR
);

CREATE TABLE core.mention_time (
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    time_expression_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    reason VARCHAR
);

CREATE TABLE core.mention_bound (
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    bound VARCHAR NOT NULL,
    value DATE NOT NULL,
    kind VARCHAR NOT NULL,
    rule_id VARCHAR NOT NULL,
    time_expression_id VARCHAR,
    other_mention_id VARCHAR
);
COMMENT ON TABLE core.mention_bound IS 'Where each bound of a mention comes from, within its article.';

CREATE TABLE core.attribution (
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    depth INTEGER NOT NULL,
    speaker VARCHAR,
    speaker_name VARCHAR,
    speaker_kind VARCHAR NOT NULL,
    cue VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    speaker_start INTEGER,
    speaker_end INTEGER,
    cue_start INTEGER NOT NULL,
    cue_end INTEGER NOT NULL,
    content_spans STRUCT(span_start INTEGER, span_end INTEGER)[] NOT NULL,
    rule_id VARCHAR
);

CREATE TABLE core.statement (
    article_id VARCHAR NOT NULL,
    nth INTEGER NOT NULL,
    speaker VARCHAR,
    speaker_name VARCHAR,
    speaker_kind VARCHAR NOT NULL,
    cue VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    speaker_start INTEGER,
    speaker_end INTEGER,
    cue_start INTEGER NOT NULL,
    cue_end INTEGER NOT NULL,
    content_spans STRUCT(span_start INTEGER, span_end INTEGER)[] NOT NULL,
    rule_id VARCHAR
);

CREATE TABLE core.actor (
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    nth INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL
);

CREATE TABLE core.place (
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    country VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    geoname_id BIGINT,
    candidates INTEGER NOT NULL
);

CREATE TABLE core.quantity (
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    nth INTEGER NOT NULL,
    measure VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    low DOUBLE,
    high DOUBLE,
    unit VARCHAR NOT NULL,
    qualifier VARCHAR,
    additive BOOLEAN NOT NULL,
    scope VARCHAR,
    as_of DATE
);

CREATE TABLE core.relation (
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    other_mention_id VARCHAR NOT NULL,
    rule_id VARCHAR NOT NULL,
    cue VARCHAR
);

CREATE TABLE core.merge_mention (
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    told VARCHAR NOT NULL
);
COMMENT ON TABLE core.merge_mention IS 'All that merging reads of a mention, as JSON (transforms.coreference.features).';

CREATE TABLE core.merge_link (
    article_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    other_mention_id VARCHAR NOT NULL,
    rule_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.merge_link IS 'What ties two mentions of one article together in merging: the relations told, and serves and part_of (rule_id empty).';

CREATE TABLE core.mention_block (
    block_key BIGINT NOT NULL,
    mention_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.mention_block IS 'Which mentions may be compared: those that share a block.  Its key is hashed, since it is made of the article''s words.';

CREATE TABLE core.touched_block (
    block_key BIGINT NOT NULL
);
COMMENT ON TABLE core.touched_block IS 'Blocks, old and new, whose connected part must be merged again.';

CREATE TABLE core.touched_mention (
    mention_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.touched_mention IS 'Mentions, new or gone, whose connected part must be merged again.';

CREATE TABLE core.event (
    event_id VARCHAR NOT NULL,
    founding_mention_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    event_type VARCHAR NOT NULL,
    event_class VARCHAR NOT NULL,
    kind VARCHAR,
    edtf VARCHAR,
    precision VARCHAR NOT NULL,
    start_earliest DATE,
    start_latest DATE,
    end_earliest DATE,
    end_latest DATE,
    dated BOOLEAN NOT NULL,
    approximate BOOLEAN NOT NULL,
    ongoing BOOLEAN NOT NULL,
    local_time VARCHAR,
    zone VARCHAR,
    modality VARCHAR NOT NULL,
    contested BOOLEAN NOT NULL,
    on_timeline BOOLEAN NOT NULL,
    reason VARCHAR,
    actors VARCHAR[] NOT NULL,
    place VARCHAR,
    country VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    geoname_id BIGINT,
    speakers VARCHAR[] NOT NULL,
    sites VARCHAR[] NOT NULL,
    mentions INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    independent_articles INTEGER NOT NULL,
    first_reported DATE
);

CREATE TABLE core.event_member (
    event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL
);

CREATE TABLE core.event_join (
    event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    other_mention_id VARCHAR NOT NULL,
    weight DOUBLE NOT NULL,
    reasons VARCHAR[] NOT NULL
);

CREATE TABLE core.event_bound (
    event_id VARCHAR NOT NULL,
    bound VARCHAR NOT NULL,
    value DATE NOT NULL,
    kind VARCHAR NOT NULL,
    mention_id VARCHAR,
    time_expression_id VARCHAR,
    other_event_id VARCHAR,
    rule_id VARCHAR,
    used BOOLEAN NOT NULL
);

CREATE TABLE core.event_relation (
    event_id VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    other_event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    other_mention_id VARCHAR,
    rule_id VARCHAR,
    used BOOLEAN NOT NULL
);

CREATE TABLE core.event_conflict (
    event_id VARCHAR NOT NULL,
    other_event_id VARCHAR,
    mention_ids VARCHAR[] NOT NULL,
    detail VARCHAR NOT NULL
);

CREATE TABLE core.event_quantity (
    event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    nth INTEGER NOT NULL,
    speaker VARCHAR,
    site VARCHAR,
    as_of DATE,
    rival_group VARCHAR,
    superseded BOOLEAN NOT NULL
);
COMMENT ON TABLE core.event_quantity IS 'Which question the nth figure of a mention answers, and whether its source gave a later one.';

-- ---------------------------------------------------------------- ops

CREATE SEQUENCE ops.arrival;
CREATE SEQUENCE ops.publication_version;

CREATE TABLE ops.run (
    run_id VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    logical_date DATE,
    status VARCHAR NOT NULL,
    rules_version VARCHAR,
    articles_seen BIGINT,
    articles_new BIGINT,
    articles_changed BIGINT,
    articles_unchanged BIGINT,
    articles_quarantined BIGINT,
    time_expressions BIGINT,
    event_mentions BIGINT,
    events BIGINT,
    dated BIGINT,
    version INTEGER,
    detail VARCHAR
);

CREATE TABLE ops.seen (
    run_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    text_sha256 VARCHAR NOT NULL,
    published DATE,
    updated DATE,
    source VARCHAR NOT NULL
);
COMMENT ON TABLE ops.seen IS 'What the last run was offered, and by which source.';

CREATE TABLE ops.withheld (
    table_name VARCHAR NOT NULL,
    row_key VARCHAR NOT NULL,
    article_id VARCHAR,
    run_id VARCHAR NOT NULL
);
COMMENT ON TABLE ops.withheld IS 'Rows that failed a check and are left out of what is built, until their article is annotated anew.';

CREATE TABLE ops.quarantine (
    run_id VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    location VARCHAR NOT NULL,
    reason_code VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    remedy VARCHAR NOT NULL,
    article_id VARCHAR,
    first_seen TIMESTAMP NOT NULL,
    last_seen TIMESTAMP NOT NULL
);

CREATE TABLE ops.tombstone (
    article_id_sha256 VARCHAR NOT NULL,
    text_sha256 VARCHAR,
    forgotten_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE ops.tombstone IS 'Articles that were forgotten, by hash alone, so that the next run does not bring them back.';

CREATE TABLE ops.ruleset (
    rules_version VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    hash VARCHAR NOT NULL
);
COMMENT ON TABLE ops.ruleset IS 'What a rules_version stands for: each rule set and model with its version or hash.';

CREATE TABLE ops.publication (
    version INTEGER NOT NULL,
    published_at TIMESTAMP NOT NULL,
    run_id VARCHAR,
    digest VARCHAR NOT NULL,
    rules_version VARCHAR,
    rules MAP(VARCHAR, VARCHAR),
    events BIGINT NOT NULL,
    on_timeline BIGINT NOT NULL,
    dated BIGINT NOT NULL,
    mentions BIGINT NOT NULL,
    articles BIGINT NOT NULL
);

CREATE TABLE ops.event_alias (
    old_event_id VARCHAR NOT NULL,
    mention_id VARCHAR NOT NULL,
    version INTEGER NOT NULL
);
COMMENT ON TABLE ops.event_alias IS 'Every event id ever published, with its founding mention and the last version it was in.';

CREATE TABLE ops.state (
    name VARCHAR NOT NULL,
    value VARCHAR
);
COMMENT ON TABLE ops.state IS 'Small facts of the store: the digest of the inputs of the last candidate, a rollback that holds, ….';
