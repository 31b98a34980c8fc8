-- What is known of each event before it is selected (temp table event_fact), one row each; sort_date is the day, or the end of the
-- period, in which it began; where nobody dates it, the earliest day that any bound names.  Those who take part have the names that all articles
-- share, each once, in the order that merging gave, the most often told first; then those whom only a description means.
CREATE OR REPLACE TEMP TABLE event_fact AS
WITH renamed AS (
    SELECT event_id, list({written: name, normal: normal_name} ORDER BY name, normal_name) AS names
    FROM (
        SELECT DISTINCT m.event_id, n.name, n.normal_name
        FROM actor_name AS n
        JOIN core.actor AS a USING (article_id, name)
        JOIN kept_member AS m USING (mention_id)
    )
    GROUP BY event_id
),

normal AS (
    SELECT
        e.event_id,
        list_concat(
            list_transform(e.actors, lambda x: coalesce(list_filter(r.names, lambda n: n.written = x)[1].normal, x)),
            list_transform(r.names, lambda n: n.normal)
        ) AS actors,
        list_sort(list_distinct(
            list_transform(e.speakers, lambda x: coalesce(list_filter(r.names, lambda n: n.written = x)[1].normal, x))
        )) AS speakers
    FROM core.event AS e
    JOIN renamed AS r USING (event_id)
)

SELECT
    e.* EXCLUDE (founding_mention_id) REPLACE (
        coalesce(list_filter(n.actors, lambda x, i: list_position(n.actors, x) = i), e.actors) AS actors,
        coalesce(n.speakers, e.speakers) AS speakers
    ),
    l.sentence AS lead,
    coalesce(CASE WHEN e.dated THEN e.start_latest END, e.start_earliest, e.start_latest, e.end_earliest, e.end_latest) AS sort_date,
    false AS decided,
    false AS starred,
    NULL::VARCHAR AS note,
    NULL::VARCHAR AS confirmed_by,
    NULL::VARCHAR AS disputed_by
FROM core.event AS e
LEFT JOIN normal AS n USING (event_id)
LEFT JOIN core.event_mention AS l ON l.mention_id = e.lead_mention_id
ANTI JOIN gone_event USING (event_id);
