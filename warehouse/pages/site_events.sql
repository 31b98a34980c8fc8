-- Every event in the timeline's order, with what its place on the pages hangs on, and a mark that differs where anything
-- differs that a page shows of it.
WITH piece AS (
    SELECT event_id, hash(e) AS mark
    FROM (
        -- The place in its day counts the events of all stories; a page shows the order alone, which its digest has.
        SELECT * EXCLUDE (day_position) REPLACE (round(importance, 3) AS importance) FROM event
    ) AS e
    UNION ALL
    SELECT m.event_id, hash(m, a.title, a.url, a.language) AS mark
    FROM event_mention AS m JOIN article AS a USING (article_id)
    UNION ALL
    SELECT m.event_id, hash(t, x.text, x.value, x.rule_id, x.anchor_date, x.anchor_reason) AS mark
    FROM mention_time AS t JOIN event_mention AS m USING (mention_id) JOIN time_expression AS x USING (time_expression_id)
    UNION ALL
    SELECT b.event_id, hash(b, x.text, x.value) AS mark
    FROM event_bound AS b LEFT JOIN time_expression AS x USING (time_expression_id)
    UNION ALL
    SELECT event_id, hash(j) AS mark FROM event_join AS j
    UNION ALL
    SELECT event_id, hash(q) AS mark FROM quantity AS q
    UNION ALL
    SELECT event_id, hash(c) AS mark FROM event_conflict AS c
    UNION ALL
    SELECT event_id, hash(a.old_event_id) AS mark FROM event_alias AS a
    UNION ALL
    SELECT event_id, hash(p) AS mark FROM event_place AS p
),

marked AS (
    SELECT event_id, sum(mark::HUGEINT) AS mark FROM piece WHERE event_id IS NOT NULL GROUP BY event_id
)

SELECT
    e.event_id,
    k.mark,
    1 + e.mentions AS rows_needed,
    e.on_timeline AND coalesce(e.level = 'key', FALSE) AS is_key,
    coalesce(e.importance, 0) AS importance,
    strftime(coalesce(CASE WHEN e.dated THEN e.sort_date END, e.first_reported), '%Y-%m') AS month
FROM event AS e JOIN marked AS k USING (event_id)
ORDER BY section_rank(coalesce(e.section, 'story')), e.sort_date NULLS LAST, e.day_position NULLS LAST, e.event_id;
