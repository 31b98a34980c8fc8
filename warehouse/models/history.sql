-- What quality.duckdb holds beside the published tables run, check_result, check_failure and quarantine: volumes that later runs are compared with.

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
