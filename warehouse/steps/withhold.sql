-- Leaves failing rows (temp table failing) out of what is built; what hung on them must be merged again.
-- Variable: run_id.
CREATE OR REPLACE TEMP TABLE withheld_now AS
SELECT DISTINCT table_name, row_key, article_id
FROM failing
ANTI JOIN ops.withheld USING (table_name, row_key);

INSERT INTO ops.withheld SELECT table_name, row_key, article_id, getvariable('run_id') FROM withheld_now;

UPDATE core.merge_member
SET state = 'gone'
WHERE state = 'held' AND mention_id IN (
    SELECT row_key FROM withheld_now WHERE table_name = 'event_mention'
    UNION
    SELECT mention_id FROM core.event_mention WHERE article_id IN (SELECT row_key FROM withheld_now WHERE table_name = 'article')
);
