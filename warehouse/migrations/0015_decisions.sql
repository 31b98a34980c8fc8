-- What people decided, and what it makes of merging.

CREATE TABLE core.decision (
    decision_id VARCHAR NOT NULL,
    line VARCHAR NOT NULL
);
COMMENT ON TABLE core.decision IS 'The lines of decisions.jsonl, each once.';

CREATE TABLE core.decided_pair (
    one VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    apart BOOLEAN NOT NULL
);
COMMENT ON TABLE core.decided_pair IS 'Mentions that people decided to be one happening, or not to be.';

CREATE TABLE core.happening_link (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    weight DOUBLE NOT NULL
);
COMMENT ON TABLE core.happening_link IS 'Happenings that people decided to be one event, or not to be, one < other: whatever their pair weighs.';

CREATE VIEW core.weighed_pair AS
SELECT one, other, weight FROM core.happening_pair ANTI JOIN core.happening_link USING (one, other)
UNION ALL
SELECT one, other, weight FROM core.happening_link;
COMMENT ON VIEW core.weighed_pair IS 'The weight of every pair that is compared or was decided.';

CREATE TABLE core.decided_article (
    article_id VARCHAR NOT NULL,
    published DATE,
    has_published BOOLEAN NOT NULL,
    excluded BOOLEAN NOT NULL
);
COMMENT ON TABLE core.decided_article IS 'What people decided about articles.';
COMMENT ON COLUMN core.decided_article.published IS 'The publication day that was decided; NULL with has_published is unknown.';
COMMENT ON COLUMN core.decided_article.excluded IS 'Whether it takes no part in the timeline.';
