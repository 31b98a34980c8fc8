-- What each source gave when it was last read, and for how long it has given nothing.

CREATE TABLE ops.source (
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
COMMENT ON TABLE ops.source IS 'Each source as it was when it was last read.';
