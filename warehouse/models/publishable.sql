-- What may not be published: the rows that failed a check (ops.withheld), what hangs on them, and what people excluded.  The other models leave
-- them out; the tables are small, so that leaving out costs nothing.

CREATE OR REPLACE TEMP TABLE gone_article AS
SELECT row_key AS article_id FROM ops.withheld WHERE table_name = 'article'
UNION
SELECT article_id FROM core.decided_article WHERE excluded;

CREATE OR REPLACE TEMP TABLE gone_time_expression AS
SELECT row_key AS time_expression_id FROM ops.withheld WHERE table_name = 'time_expression'
UNION
SELECT time_expression_id FROM core.time_expression SEMI JOIN gone_article USING (article_id);

CREATE OR REPLACE TEMP TABLE gone_mention AS
SELECT row_key AS mention_id FROM ops.withheld WHERE table_name = 'event_mention'
UNION
SELECT mention_id FROM core.event_mention SEMI JOIN gone_article USING (article_id);

CREATE OR REPLACE TEMP TABLE gone_event AS
SELECT row_key AS event_id FROM ops.withheld WHERE table_name = 'event';

CREATE OR REPLACE TEMP VIEW kept_article AS
SELECT
    v.* REPLACE (
        CASE WHEN d.has_published THEN d.published ELSE v.published END AS published,
        CASE WHEN d.has_published THEN d.published::VARCHAR ELSE v.published_at END AS published_at,
        CASE WHEN d.has_published THEN 'decided' ELSE v.published_signal END AS published_signal,
        CASE WHEN d.has_published THEN 'day' ELSE v.published_precision END AS published_precision
    ),
    a.copy_group, a.first_seen, coalesce(a.text_kind, 'news') AS text_kind, a.kind_reason
FROM core.article AS a
JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.annotated_version
LEFT JOIN core.decided_article AS d ON d.article_id = a.article_id
WHERE a.article_id NOT IN (SELECT article_id FROM gone_article);

CREATE OR REPLACE TEMP VIEW kept_member AS
SELECT m.*
FROM core.event_member AS m
ANTI JOIN gone_event USING (event_id)
ANTI JOIN gone_mention USING (mention_id);
