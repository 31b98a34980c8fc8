-- What may be published: everything but the rows that failed a check (ops.withheld) and what hangs on them.
-- Temporary views over the warehouse, read by the other models.

CREATE OR REPLACE TEMP VIEW kept_article AS
SELECT v.*, a.copy_group, a.first_seen
FROM core.article AS a
JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.annotated_version
WHERE a.article_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'article');

CREATE OR REPLACE TEMP VIEW kept_time_expression AS
SELECT t.*
FROM core.time_expression AS t
SEMI JOIN kept_article USING (article_id)
WHERE t.time_expression_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'time_expression');

CREATE OR REPLACE TEMP VIEW kept_mention AS
SELECT m.*
FROM core.event_mention AS m
SEMI JOIN kept_article USING (article_id)
WHERE m.mention_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'event_mention');

CREATE OR REPLACE TEMP VIEW kept_event AS
SELECT e.*
FROM core.event AS e
WHERE e.event_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'event');

CREATE OR REPLACE TEMP VIEW kept_member AS
SELECT m.*
FROM core.event_member AS m
SEMI JOIN kept_event USING (event_id)
SEMI JOIN kept_mention USING (mention_id);
