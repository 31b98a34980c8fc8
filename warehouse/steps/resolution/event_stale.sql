-- The happenings whose events are made anew: those regrouped (temp table dirty) and those with mentions that were touched,
-- with all of their groups (temp table stale_happening), and their mentions (temp table stale_member).
-- Temp tables in: dirty.  Out: stale_founder, stale_happening, stale_member.
CREATE OR REPLACE TEMP TABLE stale_founder AS
SELECT DISTINCT founder
FROM core.happening
WHERE state <> 'gone' AND (
    number IN (FROM dirty)
    OR number IN (SELECT number FROM core.happening_mention WHERE mention_id IN (FROM core.touched_mention))
);

CREATE OR REPLACE TEMP TABLE stale_happening AS
SELECT number, founder
FROM core.happening
WHERE state <> 'gone' AND founder IN (FROM stale_founder);

CREATE OR REPLACE TEMP TABLE stale_member AS
SELECT mention_id FROM core.happening_mention SEMI JOIN stale_happening USING (number);
