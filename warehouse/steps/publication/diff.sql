-- What changed from one published file (attached as before) to a later one (later), event by event, and why.
-- Temp tables in: none.  Out: none.
WITH led AS (
    SELECT b.event_id AS old_id, coalesce(l.event_id, a.event_id) AS new_id
    FROM before.event AS b
    LEFT JOIN later.event AS l USING (event_id)
    LEFT JOIN later.event_alias AS a ON a.old_event_id = b.event_id
),

-- Of the old events that lead to one new event, its own former self, or else the first, is the one it is compared with.
heir AS (
    SELECT old_id, new_id
    FROM led
    WHERE new_id IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY new_id ORDER BY old_id <> new_id, old_id) = 1
),

article_change AS (
    SELECT
        coalesce(l.article_id, b.article_id) AS article_id,
        CASE
            WHEN b.article_id IS NULL THEN 'new article ' || l.article_id
            WHEN l.article_id IS NULL THEN 'article gone: ' || b.article_id
            WHEN b.published IS DISTINCT FROM l.published
                THEN format('corrected date of {}: {} → {}', l.article_id, coalesce(b.published::VARCHAR, 'unknown'), coalesce(l.published::VARCHAR, 'unknown'))
            WHEN b.text <> l.text THEN 'changed text of ' || l.article_id
            WHEN b.content_sha256 <> l.content_sha256 THEN 'changed metadata of ' || l.article_id
        END AS change
    FROM before.article AS b
    FULL JOIN later.article AS l USING (article_id)
),

rules_before AS (
    SELECT unnest(map_keys(rules)) AS name, unnest(map_values(rules)) AS hash
    FROM before.publication
    QUALIFY version = max(version) OVER ()
),

rules_later AS (
    SELECT unnest(map_keys(rules)) AS name, unnest(map_values(rules)) AS hash
    FROM later.publication
    QUALIFY version = max(version) OVER ()
),

rule_change AS (
    SELECT 'new rules: ' || string_agg(coalesce(l.name, b.name), ', ' ORDER BY coalesce(l.name, b.name)) AS change
    FROM rules_before AS b
    FULL JOIN rules_later AS l USING (name)
    WHERE b.hash IS DISTINCT FROM l.hash
),

mention_before AS (
    SELECT coalesce(h.new_id, m.event_id) AS event_id, m.mention_id, m.article_id, m.modality, m.edtf, m.start_earliest, m.start_latest, m.end_earliest, m.end_latest, m.speaker
    FROM before.event_mention AS m
    LEFT JOIN led AS h ON h.old_id = m.event_id
    WHERE m.event_id IS NOT NULL
),

mention_later AS (
    SELECT event_id, mention_id, article_id, modality, edtf, start_earliest, start_latest, end_earliest, end_latest, speaker
    FROM later.event_mention
    WHERE event_id IS NOT NULL
),

moved AS (
    (FROM mention_before EXCEPT FROM mention_later)
    UNION
    (FROM mention_later EXCEPT FROM mention_before)
),

why AS (
    SELECT
        m.event_id,
        list(DISTINCT coalesce(a.change, r.change, 'told together otherwise, since other articles came or went') ORDER BY coalesce(a.change, r.change, 'told together otherwise, since other articles came or went')) AS because
    FROM moved AS m
    LEFT JOIN article_change AS a USING (article_id)
    LEFT JOIN rule_change AS r ON true
    GROUP BY m.event_id
),

-- One row an event of either version, under its later id where it has one.
pair AS (
    SELECT h.old_id, coalesce(h.new_id, l.event_id) AS new_id
    FROM heir AS h
    FULL JOIN later.event AS l ON l.event_id = h.new_id
    UNION ALL
    SELECT old_id, NULL FROM led WHERE new_id IS NULL
),

joined AS (
    SELECT l.old_id, l.new_id FROM led AS l ANTI JOIN heir AS h ON h.old_id = l.old_id AND h.new_id = l.new_id WHERE l.new_id IS NOT NULL
),

compared AS (
    SELECT
        CASE WHEN p.old_id IS NULL THEN 'added' WHEN p.new_id IS NULL THEN 'removed' ELSE 'changed' END AS change,
        coalesce(p.new_id, p.old_id) AS event_id,
        coalesce(l.title, b.title) AS title,
        b.edtf AS edtf_before,
        l.edtf AS edtf_after,
        b.on_timeline AS on_timeline_before,
        l.on_timeline AS on_timeline_after,
        CASE WHEN p.old_id IS NULL OR p.new_id IS NULL THEN [] ELSE list_filter([
            CASE WHEN b.title <> l.title THEN format('title: {} → {}', b.title, l.title) END,
            CASE WHEN b.edtf IS DISTINCT FROM l.edtf THEN format('edtf: {} → {}', coalesce(b.edtf, '–'), coalesce(l.edtf, '–')) END,
            CASE WHEN b.start_earliest IS DISTINCT FROM l.start_earliest THEN format('start_earliest: {} → {}', coalesce(b.start_earliest::VARCHAR, '–'), coalesce(l.start_earliest::VARCHAR, '–')) END,
            CASE WHEN b.start_latest IS DISTINCT FROM l.start_latest THEN format('start_latest: {} → {}', coalesce(b.start_latest::VARCHAR, '–'), coalesce(l.start_latest::VARCHAR, '–')) END,
            CASE WHEN b.end_earliest IS DISTINCT FROM l.end_earliest THEN format('end_earliest: {} → {}', coalesce(b.end_earliest::VARCHAR, '–'), coalesce(l.end_earliest::VARCHAR, '–')) END,
            CASE WHEN b.end_latest IS DISTINCT FROM l.end_latest THEN format('end_latest: {} → {}', coalesce(b.end_latest::VARCHAR, '–'), coalesce(l.end_latest::VARCHAR, '–')) END,
            CASE WHEN b.event_type <> l.event_type THEN format('event_type: {} → {}', b.event_type, l.event_type) END,
            CASE WHEN b.modality <> l.modality THEN format('modality: {} → {}', b.modality, l.modality) END,
            CASE WHEN b.contested <> l.contested THEN format('contested: {} → {}', b.contested, l.contested) END,
            CASE WHEN b.on_timeline <> l.on_timeline THEN format('on_timeline: {} → {}', b.on_timeline, l.on_timeline) END,
            CASE WHEN b.place IS DISTINCT FROM l.place THEN format('place: {} → {}', coalesce(b.place, '–'), coalesce(l.place, '–')) END,
            CASE WHEN b.actors <> l.actors THEN format('actors: {} → {}', array_to_string(b.actors, ', '), array_to_string(l.actors, ', ')) END,
            CASE WHEN b.speakers <> l.speakers THEN format('speakers: {} → {}', array_to_string(b.speakers, ', '), array_to_string(l.speakers, ', ')) END,
            CASE WHEN b.mentions <> l.mentions THEN format('mentions: {} → {}', b.mentions, l.mentions) END,
            CASE WHEN b.articles <> l.articles THEN format('articles: {} → {}', b.articles, l.articles) END,
            CASE WHEN b.independent_articles <> l.independent_articles THEN format('independent_articles: {} → {}', b.independent_articles, l.independent_articles) END
        ], lambda x: x IS NOT NULL) END AS what,
        coalesce(l.sort_date, b.sort_date) AS sort_date
    FROM pair AS p
    LEFT JOIN before.event AS b ON b.event_id = p.old_id
    LEFT JOIN later.event AS l ON l.event_id = p.new_id

    UNION ALL

    SELECT 'joined', j.old_id, b.title, b.edtf, l.edtf, b.on_timeline, l.on_timeline, ['into: ' || j.new_id || ' ' || l.title], coalesce(l.sort_date, b.sort_date)
    FROM joined AS j
    JOIN before.event AS b ON b.event_id = j.old_id
    JOIN later.event AS l ON l.event_id = j.new_id
)

SELECT
    c.change,
    c.event_id,
    c.title,
    c.edtf_before,
    c.edtf_after,
    c.on_timeline_before,
    c.on_timeline_after,
    c.what,
    coalesce(
        w.because,
        (SELECT list(DISTINCT a.change ORDER BY a.change) FROM joined AS j JOIN mention_later AS m ON m.event_id = j.new_id JOIN article_change AS a USING (article_id) WHERE j.old_id = c.event_id AND a.change IS NOT NULL),
        ['other events that it hangs together with changed']
    ) AS because
FROM compared AS c
LEFT JOIN why AS w USING (event_id)
WHERE c.change <> 'changed' OR len(c.what) > 0
ORDER BY c.sort_date NULLS LAST, c.event_id, c.change
