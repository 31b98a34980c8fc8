-- What the runs did and how their checks came out: in quality.duckdb for every run, in the published file up to its own.

CREATE TABLE check_result (
    run_id VARCHAR NOT NULL,
    check_name VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    passed BOOLEAN NOT NULL,
    rows_judged BIGINT,
    rows_failed BIGINT,
    fault VARCHAR,
    description VARCHAR,
    remedy VARCHAR,
    sql VARCHAR,
    error VARCHAR
);
COMMENT ON TABLE check_result IS 'How each check came out.';
COMMENT ON COLUMN check_result.run_id IS 'The run that judged.';
COMMENT ON COLUMN check_result.check_name IS 'The check''s name.';
COMMENT ON COLUMN check_result.table_name IS 'The table judged.';
COMMENT ON COLUMN check_result.severity IS 'critical closes the gate, warning and info do not.';
COMMENT ON COLUMN check_result.passed IS 'Whether it passed.';
COMMENT ON COLUMN check_result.rows_judged IS 'How many rows it looked at; NULL for a check on a whole table.';
COMMENT ON COLUMN check_result.rows_failed IS 'How many rows failed.';
COMMENT ON COLUMN check_result.fault IS 'row: failing rows go to quarantine and the rest is published; table: a critical failure closes the gate.';
COMMENT ON COLUMN check_result.description IS 'What the check holds, in a sentence.';
COMMENT ON COLUMN check_result.remedy IS 'What to do where it fails.';
COMMENT ON COLUMN check_result.sql IS 'A statement that shows the failing rows.';
COMMENT ON COLUMN check_result.error IS 'Why it could not be judged at all; NULL where it could.';

CREATE TABLE check_failure (
    run_id VARCHAR NOT NULL,
    check_name VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    fault VARCHAR,
    row_key VARCHAR NOT NULL,
    article_id VARCHAR,
    detail VARCHAR,
    sql VARCHAR
);
COMMENT ON TABLE check_failure IS 'The rows that failed a check.';
COMMENT ON COLUMN check_failure.run_id IS 'The run that judged.';
COMMENT ON COLUMN check_failure.check_name IS 'The check.';
COMMENT ON COLUMN check_failure.table_name IS 'The table judged.';
COMMENT ON COLUMN check_failure.severity IS 'critical, warning or info.';
COMMENT ON COLUMN check_failure.fault IS 'row or table.';
COMMENT ON COLUMN check_failure.row_key IS 'The failing row''s key.';
COMMENT ON COLUMN check_failure.article_id IS 'The article it came from; NULL where none.';
COMMENT ON COLUMN check_failure.detail IS 'What is wrong with it.';
COMMENT ON COLUMN check_failure.sql IS 'A statement that shows the failing rows.';

CREATE TABLE quarantine (
    run_id VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    location VARCHAR NOT NULL,
    reason_code VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    remedy VARCHAR NOT NULL,
    first_seen TIMESTAMP NOT NULL,
    last_seen TIMESTAMP NOT NULL
);
COMMENT ON TABLE quarantine IS 'What was refused, where, why, and what to do about it.';
COMMENT ON COLUMN quarantine.run_id IS 'The last run that refused it.';
COMMENT ON COLUMN quarantine.stage IS 'Where in the pipeline: read, annotate, check, ….';
COMMENT ON COLUMN quarantine.source IS 'The source: a file, an address, an article.';
COMMENT ON COLUMN quarantine.location IS 'The place in it: a line, a row, a span.';
COMMENT ON COLUMN quarantine.reason_code IS 'A short code for the reason.';
COMMENT ON COLUMN quarantine.detail IS 'What exactly is wrong.';
COMMENT ON COLUMN quarantine.remedy IS 'What to do about it.';
COMMENT ON COLUMN quarantine.first_seen IS 'When it was first refused, UTC.';
COMMENT ON COLUMN quarantine.last_seen IS 'When it was last refused, UTC.';

CREATE TABLE run (
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
COMMENT ON TABLE run IS 'One row a run of the pipeline.';
COMMENT ON COLUMN run.run_id IS 'The run.';
COMMENT ON COLUMN run.started_at IS 'When it began, UTC.';
COMMENT ON COLUMN run.finished_at IS 'When it ended, UTC; NULL where it was cut off or still runs.';
COMMENT ON COLUMN run.logical_date IS 'The day it stands for: the scheduled one, else the day it began.';
COMMENT ON COLUMN run.status IS 'running, published, unchanged, refused (the checks), failed or interrupted.';
COMMENT ON COLUMN run.rules_version IS 'The rules and models that it annotated with.';
COMMENT ON COLUMN run.articles_seen IS 'Articles found in the sources.';
COMMENT ON COLUMN run.articles_new IS 'Of these, the ones never seen before.';
COMMENT ON COLUMN run.articles_changed IS 'Of these, new versions of known ones.';
COMMENT ON COLUMN run.articles_unchanged IS 'Of these, the ones already known as they are.';
COMMENT ON COLUMN run.articles_quarantined IS 'What was refused.';
COMMENT ON COLUMN run.time_expressions IS 'Expressions of time in the store after the run.';
COMMENT ON COLUMN run.event_mentions IS 'Event mentions in the store after the run.';
COMMENT ON COLUMN run.events IS 'Events in the store after the run.';
COMMENT ON COLUMN run.dated IS 'Of these, the dated ones.';
COMMENT ON COLUMN run.version IS 'The version that it published; NULL where none.';
COMMENT ON COLUMN run.detail IS 'The receipt as JSON.';
