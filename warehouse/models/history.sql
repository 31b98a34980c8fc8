-- What quality.duckdb holds beside the published tables run, check_result, check_failure and quarantine: the sources, and volumes that later runs are
-- compared with.

CREATE TABLE source (
    source VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    read_at TIMESTAMP NOT NULL,
    documents BIGINT NOT NULL,
    unmodified BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    failure VARCHAR,
    silent_runs BIGINT NOT NULL,
    gave_at TIMESTAMP
);
COMMENT ON TABLE source IS 'Each source as it was when it was last read.';
COMMENT ON COLUMN source.source IS 'The source as it was named: a file, a folder, an address.';
COMMENT ON COLUMN source.run_id IS 'The last run that read it.';
COMMENT ON COLUMN source.read_at IS 'When that run began, UTC.';
COMMENT ON COLUMN source.documents IS 'Documents that gave an article, known ones too.';
COMMENT ON COLUMN source.unmodified IS 'Addresses whose server or feed said that nothing changed since they were last fetched.';
COMMENT ON COLUMN source.refused IS 'What was refused in it.';
COMMENT ON COLUMN source.failure IS 'The first refusal, in words; NULL where there was none.';
COMMENT ON COLUMN source.silent_runs IS 'For how many runs in a row, that one included, neither a document nor an "unmodified" came from it.';
COMMENT ON COLUMN source.gave_at IS 'When the last run began to which it gave something, UTC; NULL where it never did.';

CREATE TABLE site_volume (
    run_id VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    site VARCHAR NOT NULL,
    articles BIGINT NOT NULL,
    events BIGINT NOT NULL,
    dated BIGINT NOT NULL,
    unknown_published BIGINT NOT NULL,
    latest_published DATE
);
COMMENT ON TABLE site_volume IS 'How much each outlet gave to what each run judged.';
COMMENT ON COLUMN site_volume.run_id IS 'The run.';
COMMENT ON COLUMN site_volume.started_at IS 'When it began, UTC.';
COMMENT ON COLUMN site_volume.site IS 'The outlet; empty for articles of no known outlet.';
COMMENT ON COLUMN site_volume.articles IS 'Its articles.';
COMMENT ON COLUMN site_volume.events IS 'Events on the timeline that it tells of.';
COMMENT ON COLUMN site_volume.dated IS 'Of these, the dated ones.';
COMMENT ON COLUMN site_volume.unknown_published IS 'Its articles without a publication day.';
COMMENT ON COLUMN site_volume.latest_published IS 'Its latest publication day; NULL where none is known.';
