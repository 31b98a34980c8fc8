-- The mentions that decisions name (temp table decided_ref) and that merging knows: by id, else, in an article of the same
-- address or text, by sentence and trigger.
-- Temp tables in: decided_ref.  Out: none.
WITH elsewhere AS (
    SELECT r.ref, r.nth, a.article_id, r.sentence, r.trigger
    FROM decided_ref AS r
    JOIN core.article_version AS v ON v.url = r.url OR v.text_sha256 = r.text_sha256
    JOIN core.article AS a ON a.article_id = v.article_id AND a.annotated_version = v.version
    WHERE r.article_id NOT IN (SELECT article_id FROM core.article)
    QUALIFY row_number() OVER (PARTITION BY r.ref ORDER BY v.text_sha256 IS DISTINCT FROM r.text_sha256, a.article_id) = 1
),

by_words AS (
    SELECT ref, mention_id
    FROM (
        SELECT e.ref, e.nth, m.mention_id, row_number() OVER (PARTITION BY e.ref ORDER BY m.trigger_start) AS place
        FROM elsewhere AS e
        JOIN core.event_mention AS m USING (article_id, sentence, trigger)
    )
    WHERE place = nth + 1
)

SELECT r.ref, m.mention_id
FROM decided_ref AS r
JOIN core.merge_mention AS m USING (mention_id)
UNION ALL
SELECT ref, mention_id
FROM by_words
SEMI JOIN core.merge_mention USING (mention_id)
