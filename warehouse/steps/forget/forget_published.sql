-- A published file (attached as old) into a new one (new), without an article.  Variable: article_id.
-- Temp tables in: none.  Out: gone_mention, hit_event, left_mention, gone_event, left_event.
CREATE OR REPLACE TEMP TABLE gone_mention AS
SELECT mention_id, event_id, sentence FROM old.event_mention WHERE article_id = getvariable('article_id');

CREATE OR REPLACE TEMP TABLE hit_event AS
SELECT DISTINCT event_id FROM gone_mention WHERE event_id IS NOT NULL;

CREATE OR REPLACE TEMP TABLE left_mention AS
SELECT m.*, coalesce(a.copy_group, a.article_id) AS source_group
FROM old.event_mention AS m
JOIN old.article AS a USING (article_id)
SEMI JOIN hit_event USING (event_id)
WHERE m.article_id <> getvariable('article_id');

CREATE OR REPLACE TEMP TABLE gone_event AS
SELECT event_id FROM hit_event ANTI JOIN left_mention USING (event_id);

-- An event that others tell of too, as the best of their mentions tells it: happened before not, dated before undated,
-- narrow before wide.
CREATE OR REPLACE TEMP TABLE left_event AS
WITH best AS (
    SELECT *
    FROM left_mention
    QUALIFY row_number() OVER (
        PARTITION BY event_id
        ORDER BY modality <> 'actual', NOT dated, end_latest - start_earliest NULLS LAST, article_published NULLS LAST, article_id, trigger_start
    ) = 1
),

counted AS (
    SELECT
        event_id,
        bool_or(on_timeline) AS on_timeline,
        bool_or(modality = 'actual') AND bool_or(modality = 'negated') AS contested,
        CASE
            WHEN bool_or(speaker IS NULL AND modality = 'actual') THEN []
            ELSE coalesce(list(DISTINCT speaker ORDER BY speaker) FILTER (speaker IS NOT NULL), [])
        END AS speakers,
        coalesce(list(DISTINCT site ORDER BY site) FILTER (site IS NOT NULL), []) AS sites,
        count(*)::INTEGER AS mentions,
        count(DISTINCT article_id)::INTEGER AS articles,
        count(DISTINCT source_group)::INTEGER AS independent_articles,
        min(article_published) AS first_reported
    FROM left_mention
    GROUP BY event_id
),

actors AS (
    SELECT event_id, list(DISTINCT name ORDER BY name) AS actors
    FROM old.event_actor
    SEMI JOIN left_mention USING (mention_id)
    WHERE role IN ('agent', 'patient')
    GROUP BY event_id
),

places AS (
    SELECT event_id, name AS place, country, latitude, longitude, geoname_id
    FROM old.event_place
    SEMI JOIN left_mention USING (mention_id)
    QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY mention_id) = 1
)

SELECT
    b.event_id,
    coalesce(nullif(regexp_extract(regexp_replace(b.sentence, '\s+', ' ', 'g'), '^(.{1,110})(\s|$)', 1), ''), b.trigger) AS title,
    'sentence' AS title_source,
    b.sentence AS lead,
    b.mention_id AS lead_mention_id,
    b.event_type,
    b.event_class,
    b.kind,
    b.edtf,
    b.precision,
    b.start_earliest,
    b.start_latest,
    b.end_earliest,
    b.end_latest,
    b.dated,
    b.approximate,
    b.ongoing,
    b.local_time,
    b.zone,
    coalesce(b.start_earliest, b.start_latest, b.end_earliest, b.end_latest) AS sort_date,
    o.level,
    o.importance,
    o.section,
    o.day_position,
    b.modality,
    c.contested,
    c.on_timeline,
    CASE WHEN NOT c.on_timeline THEN b.reason END AS reason,
    coalesce(a.actors, []) AS actors,
    p.place,
    p.country,
    p.latitude,
    p.longitude,
    p.geoname_id,
    c.speakers,
    c.sites,
    c.mentions,
    c.articles,
    c.independent_articles,
    c.first_reported,
    false AS decided,
    false AS starred
FROM best AS b
JOIN counted AS c USING (event_id)
JOIN old_event AS o USING (event_id)
LEFT JOIN actors AS a USING (event_id)
LEFT JOIN places AS p USING (event_id);

INSERT INTO new.event BY NAME
SELECT * REPLACE (
    CASE WHEN parent_event_id NOT IN (SELECT event_id FROM hit_event) THEN parent_event_id END AS parent_event_id,
    coalesce(decided, false) AS decided,
    coalesce(starred, false) AS starred
)
FROM (FROM old_event ANTI JOIN hit_event USING (event_id) UNION ALL BY NAME FROM left_event)
ORDER BY sort_date NULLS LAST, day_position NULLS LAST, event_id;

-- A version that an earlier dateline published has no levels.
INSERT INTO new.event_reason BY NAME FROM old_reason WHERE event_id NOT IN (SELECT event_id FROM hit_event);

INSERT INTO new.event_mention BY NAME FROM old.event_mention WHERE article_id <> getvariable('article_id');
INSERT INTO new.article BY NAME FROM old.article WHERE article_id <> getvariable('article_id');
INSERT INTO new.article_version BY NAME FROM old.article_version WHERE article_id <> getvariable('article_id');
INSERT INTO new.article_signal BY NAME FROM old.article_signal WHERE article_id <> getvariable('article_id');
INSERT INTO new.time_expression BY NAME FROM old.time_expression WHERE article_id <> getvariable('article_id');
INSERT INTO new.statement BY NAME FROM old.statement WHERE article_id <> getvariable('article_id');
INSERT INTO new.mention_time BY NAME FROM old.mention_time ANTI JOIN gone_mention USING (mention_id);
INSERT INTO new.mention_bound BY NAME FROM old.mention_bound ANTI JOIN gone_mention USING (mention_id);
INSERT INTO new.attribution BY NAME FROM old.attribution ANTI JOIN gone_mention USING (mention_id);
INSERT INTO new.event_actor BY NAME FROM old.event_actor ANTI JOIN gone_mention USING (mention_id);
INSERT INTO new.event_place BY NAME FROM old.event_place ANTI JOIN gone_mention USING (mention_id);
INSERT INTO new.quantity BY NAME FROM old.quantity ANTI JOIN gone_mention USING (mention_id);

-- Of an event that has changed, only evidence of the mentions that are left, and nothing that came by way of others.
INSERT INTO new.event_bound BY NAME
FROM old.event_bound
WHERE (mention_id IS NULL OR mention_id NOT IN (SELECT mention_id FROM gone_mention))
    AND (other_event_id IS NULL OR (other_event_id NOT IN (SELECT event_id FROM hit_event) AND event_id NOT IN (SELECT event_id FROM hit_event)))
    AND event_id NOT IN (SELECT event_id FROM gone_event);

INSERT INTO new.event_join BY NAME
FROM old.event_join
WHERE mention_id NOT IN (SELECT mention_id FROM gone_mention) AND other_mention_id NOT IN (SELECT mention_id FROM gone_mention);

INSERT INTO new.event_relation BY NAME
FROM old.event_relation
WHERE mention_id NOT IN (SELECT mention_id FROM gone_mention)
    AND event_id NOT IN (SELECT event_id FROM gone_event)
    AND other_event_id NOT IN (SELECT event_id FROM gone_event);

INSERT INTO new.event_conflict BY NAME
FROM old.event_conflict
WHERE event_id NOT IN (SELECT event_id FROM hit_event) AND (other_event_id IS NULL OR other_event_id NOT IN (SELECT event_id FROM hit_event));

INSERT INTO new.event_alias BY NAME FROM old.event_alias WHERE event_id NOT IN (SELECT event_id FROM gone_event);
INSERT INTO new.publication BY NAME FROM old.publication;
INSERT INTO new.run BY NAME FROM old.run;
INSERT INTO new.check_result BY NAME FROM old.check_result;
INSERT INTO new.quarantine BY NAME FROM old.quarantine SEMI JOIN ops.quarantine USING (stage, source, location, reason_code);
INSERT INTO new.check_failure BY NAME
FROM old.check_failure
WHERE article_id <> getvariable('article_id') AND detail NOT LIKE '%"%' AND NOT contains(row_key, getvariable('article_id'));
