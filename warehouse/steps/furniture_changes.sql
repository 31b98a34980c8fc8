-- Which of the sentences that came or went (core.touched_sentence) are furniture now; the mentions that stand in one of these
-- take no part in merging any more, those that stood in one and do not any more (temp table returning_mention) do again.
-- Depends on the set of articles alone, not on the order they came in.  Variable: furniture_pages.
CREATE OR REPLACE TEMP TABLE touched_place AS
SELECT coalesce(v.site, '') AS site, s.hash, s.article_id, coalesce(a.copy_group, s.article_id) AS page, s.char_start, s.char_end, s.is_foreign
FROM core.article_sentence AS s
SEMI JOIN core.touched_sentence USING (hash)
JOIN core.article AS a USING (article_id)
JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.annotated_version;

DELETE FROM core.repeated_sentence WHERE hash IN (FROM core.touched_sentence);

-- Copies of one report count as one page.
INSERT INTO core.repeated_sentence
SELECT site, hash
FROM touched_place
GROUP BY site, hash
HAVING count(DISTINCT page) >= getvariable('furniture_pages')
    AND count(DISTINCT article_id) FILTER (is_foreign) * 2 > count(DISTINCT article_id);

CREATE OR REPLACE TEMP TABLE touched_standing AS
SELECT m.mention_id, bool_or(r.hash IS NOT NULL) AS is_furniture
FROM core.event_mention AS m
JOIN touched_place AS p ON p.article_id = m.article_id AND m.trigger_start >= p.char_start AND m.trigger_start < p.char_end
LEFT JOIN core.repeated_sentence AS r ON r.site = p.site AND r.hash = p.hash
GROUP BY m.mention_id;

CREATE OR REPLACE TEMP TABLE leaving_member AS
SELECT number, mention_id, state
FROM core.merge_member
WHERE state <> 'gone' AND mention_id IN (SELECT mention_id FROM touched_standing WHERE is_furniture);

DELETE FROM core.mention_block WHERE number IN (SELECT number FROM leaving_member WHERE state = 'new');
DELETE FROM core.merge_member WHERE number IN (SELECT number FROM leaving_member WHERE state = 'new');
UPDATE core.merge_member SET state = 'gone' WHERE number IN (SELECT number FROM leaving_member WHERE state = 'held');

CREATE OR REPLACE TEMP TABLE returning_mention AS
SELECT mention_id
FROM touched_standing
WHERE NOT is_furniture
    AND mention_id IN (SELECT mention_id FROM core.merge_mention)
    AND mention_id NOT IN (SELECT mention_id FROM core.merge_member WHERE state <> 'gone')
    AND mention_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'event_mention');

TRUNCATE core.touched_sentence;
