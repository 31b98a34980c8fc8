-- Leaves failing rows (temp table failing) out of what is built; what hung on them must be merged again.  A mention that is
-- dated by a withheld expression, or through a withheld mention, is withheld too: nothing is known of when it was.
-- Variable: run_id.
-- Temp tables in: failing.  Out: withheld_now.
CREATE OR REPLACE TEMP TABLE withheld_now AS
SELECT DISTINCT table_name, row_key, article_id
FROM failing
ANTI JOIN ops.withheld USING (table_name, row_key);

INSERT INTO withheld_now
WITH RECURSIVE resting AS (
    (
        SELECT row_key AS mention_id FROM withheld_now WHERE table_name = 'event_mention'
        UNION ALL
        SELECT b.mention_id
        FROM core.mention_bound AS b
        JOIN withheld_now AS w ON w.table_name = 'time_expression' AND w.row_key = b.time_expression_id
    )
    UNION
    SELECT b.mention_id FROM core.mention_bound AS b JOIN resting AS r ON b.other_mention_id = r.mention_id
)

SELECT 'event_mention', m.mention_id, m.article_id
FROM core.event_mention AS m
SEMI JOIN resting USING (mention_id)
WHERE m.mention_id NOT IN (SELECT row_key FROM withheld_now UNION ALL SELECT row_key FROM ops.withheld);

INSERT INTO ops.withheld SELECT table_name, row_key, article_id, getvariable('run_id') FROM withheld_now;

-- What an article tells of a happening is another thing without a mention of it.
INSERT INTO core.loosened_article
SELECT article_id
FROM core.event_mention
WHERE mention_id IN (SELECT row_key FROM withheld_now WHERE table_name = 'event_mention')
EXCEPT
SELECT row_key FROM ops.withheld WHERE table_name = 'article';

INSERT INTO core.touched_mention SELECT row_key FROM withheld_now WHERE table_name = 'event_mention';

UPDATE core.happening
SET state = 'gone'
WHERE state = 'held' AND article_id IN (SELECT row_key FROM withheld_now WHERE table_name = 'article');
