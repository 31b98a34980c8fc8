-- Takes over what people decided of pairs of mentions (temp table decided_now).  An article is made anew where it is parted
-- otherwise than before (temp table decided_change), where a happening of it holds what is to be apart, or where it is not to count at all.
-- Temp tables in: decided_now.  Out: decided_change.
CREATE OR REPLACE TEMP TABLE decided_change AS
(FROM core.decided_pair EXCEPT FROM decided_now)
UNION
(FROM decided_now EXCEPT FROM core.decided_pair);

INSERT INTO core.loosened_article
SELECT a.article_id
FROM (
    SELECT one, other FROM decided_change WHERE apart
    UNION
    SELECT d.one, d.other
    FROM decided_now AS d
    JOIN core.happening_mention AS x ON x.mention_id = d.one
    JOIN core.happening_mention AS y ON y.mention_id = d.other AND y.number = x.number
    JOIN core.happening AS h ON h.number = x.number AND h.state <> 'gone'
    WHERE d.apart
) AS p
JOIN core.event_mention AS a ON a.mention_id = p.one
JOIN core.event_mention AS b ON b.mention_id = p.other AND b.article_id = a.article_id
UNION
SELECT h.article_id
FROM core.happening AS h
JOIN core.decided_article AS d ON d.article_id = h.article_id AND d.excluded
WHERE h.state <> 'gone'
EXCEPT
FROM core.loosened_article;

TRUNCATE core.decided_pair;
INSERT INTO core.decided_pair FROM decided_now;
