-- Which of the sentences that came or went (core.touched_sentence) are furniture now; the mentions that stand in one of these
-- take no part in merging any more, those that stood in one and do not any more do again (core.loosened_article).
-- Depends on the set of articles alone, not on the order they came in.  Variable: furniture_pages.
-- Temp tables in: none.  Out: touched_place, touched_standing.
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

-- What an article tells of a happening is another thing without a mention of it, or with one more.
INSERT INTO core.loosened_article
SELECT DISTINCT m.article_id
FROM touched_standing AS s
JOIN core.merge_mention AS m USING (mention_id)
LEFT JOIN (
    SELECT h.mention_id
    FROM core.happening_mention AS h
    JOIN core.happening AS g USING (number)
    WHERE g.state <> 'gone' AND h.mention_id IN (SELECT mention_id FROM touched_standing)
) AS h USING (mention_id)
WHERE s.is_furniture = (h.mention_id IS NOT NULL)
    AND mention_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'event_mention')
    AND m.article_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'article');

TRUNCATE core.touched_sentence;
