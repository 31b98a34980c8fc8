-- The events that some filters show, with where each is told.  Parameters: begin, end, certain, possible, actors,
-- places and the codes of those that are countries, types, words, speakers, sites, stories, detail, left_out, limit; a NULL or an empty list asks for nothing.
-- Temp tables in: none.  Out: none.
WITH plain AS (
    SELECT
        list_transform($actors::VARCHAR[], lambda x: strip_accents(lower(x))) AS actors,
        -- The words of a name, in its order and with others between them: "ada vale" finds "Ada Mary Vale".
        list_transform(
            list_filter($actors::VARCHAR[], lambda x: regexp_matches(x, '[^\s[:punct:]]')),
            lambda x: '(^|[\s[:punct:]])' || array_to_string(regexp_extract_all(strip_accents(lower(x)), '[^\s[:punct:]]+'), '.*[\s[:punct:]]')
        ) AS actor_words,
        list_transform($places::VARCHAR[], lambda x: strip_accents(lower(x))) AS places,
        $countries::VARCHAR[] AS countries,
        list_transform($types::VARCHAR[], lambda x: lower(x)) AS types,
        list_transform($words::VARCHAR[], lambda x: strip_accents(lower(x))) AS words,
        list_transform($speakers::VARCHAR[], lambda x: strip_accents(lower(x))) AS speakers,
        list_transform($sites::VARCHAR[], lambda x: strip_accents(lower(x))) AS sites
),

judged AS (
    SELECT
        e.*,
        CASE
            WHEN NOT dated THEN 'possible'
            WHEN ($begin::DATE IS NULL OR coalesce(start_earliest >= $begin::DATE, false))
                AND ($end::DATE IS NULL OR coalesce(end_latest <= $end::DATE, false)) THEN 'within'
            ELSE 'overlaps'
        END AS certainty
    FROM event AS e
    WHERE ($left_out::BOOLEAN OR (on_timeline AND (level = 'key' OR ($detail::BOOLEAN AND level = 'detail'))))
        AND ($end::DATE IS NULL OR start_earliest <= $end::DATE OR start_earliest IS NULL)
        AND ($begin::DATE IS NULL OR end_latest >= $begin::DATE OR end_latest IS NULL)
),

-- Each filter looks only where it was asked for, so that none costs anything unused.
found AS (
    SELECT j.*
    FROM judged AS j, plain AS p
    WHERE (dated OR $possible::BOOLEAN OR ($begin::DATE IS NULL AND $end::DATE IS NULL))
        AND (NOT $certain::BOOLEAN OR certainty = 'within' OR ($possible::BOOLEAN AND certainty = 'possible'))
        AND (p.types = [] OR list_contains(p.types, lower(j.event_type)))
        AND (
            p.actors = []
            OR j.event_id IN (
                -- Part of a name; or a name with its description: "harbour minister ada vale" finds "Ada Vale".
                SELECT a.event_id FROM event_actor AS a, plain AS q
                WHERE q.actors <> []
                    AND (
                        len(list_filter(q.actors, lambda x: contains(strip_accents(lower(a.name || ' / ' || a.local_name)), x))) > 0
                        OR len(list_filter(q.actor_words, lambda x: regexp_matches(strip_accents(lower(a.name)), x))) > 0
                        OR (contains(a.name, ' ') AND len(list_filter(q.actors, lambda x: ends_with(x, ' ' || strip_accents(lower(a.name))))) > 0)
                    )
            )
            OR len(list_filter(p.actors, lambda x: contains(strip_accents(lower(array_to_string(j.actors, ' / '))), x))) > 0
        )
        AND (
            p.places = []
            OR coalesce(list_contains(p.countries, j.country), false)
            OR len(list_filter(p.places, lambda x: contains(strip_accents(lower(coalesce(j.place, ''))), x))) > 0
            OR j.event_id IN (
                SELECT a.event_id FROM event_place AS a, plain AS q
                WHERE q.places <> []
                    AND (
                        coalesce(list_contains(q.countries, a.country), false)
                        OR len(list_filter(q.places, lambda x: contains(strip_accents(lower(a.name || ' ' || a.text)), x))) > 0
                    )
            )
            OR (
                -- What has no place of its own is where its article is.
                j.place IS NULL
                AND j.event_id IN (
                    SELECT m.event_id FROM event_mention AS m JOIN article_place AS a USING (article_id), plain AS q
                    WHERE q.places <> [] AND m.event_id IS NOT NULL
                        AND (
                            coalesce(list_contains(q.countries, a.country), false)
                            OR len(list_filter(q.places, lambda x: contains(strip_accents(lower(a.name)), x))) > 0
                        )
                )
            )
        )
        AND (
            p.words = []
            OR len(list_filter(p.words, lambda x: contains(strip_accents(lower(j.title)), x))) > 0
            OR j.event_id IN (
                SELECT m.event_id FROM event_mention AS m, plain AS q
                WHERE q.words <> [] AND m.event_id IS NOT NULL
                    AND len(list_filter(q.words, lambda x: contains(strip_accents(lower(m.sentence)), x))) > 0
            )
        )
        AND (
            p.speakers = []
            OR j.event_id IN (
                SELECT m.event_id FROM event_mention AS m, plain AS q
                WHERE q.speakers <> [] AND m.event_id IS NOT NULL
                    AND len(list_filter(q.speakers, lambda x: contains(strip_accents(lower(coalesce(m.speaker, ''))), x))) > 0
            )
            OR len(list_filter(p.speakers, lambda x: contains(strip_accents(lower(array_to_string(j.speakers, ' / '))), x))) > 0
        )
        AND (
            p.sites = []
            OR len(list_filter(p.sites, lambda x: contains(strip_accents(lower(array_to_string(j.sites, ' / '))), x))) > 0
        )
        AND (
            $stories::VARCHAR[] = []
            OR j.event_id IN (
                SELECT s.event_id FROM story_event AS s
                LEFT JOIN story_alias AS l USING (story_id)
                WHERE $stories::VARCHAR[] <> []
                    AND len(list_filter($stories::VARCHAR[], lambda x: starts_with(s.story_id, x) OR coalesce(starts_with(l.old_story_id, x), false))) > 0
            )
        )
),

-- The story by day, then what stands apart from it; a detail under its key event.  Within a period that was asked for,
-- what lies in it comes before what only may.
placed AS (
    SELECT
        f.event_id,
        struct_pack(
            beyond := ($begin::DATE IS NOT NULL OR $end::DATE IS NOT NULL) AND coalesce(p.certainty, f.certainty) <> 'within',
            section := section_rank(coalesce(p.section, f.section)),
            day := coalesce(p.sort_date, f.sort_date, DATE '9999-12-31'),
            position := coalesce(p.day_position, f.day_position, 2147483647),
            first := coalesce(p.event_id, f.event_id),
            below := p.event_id IS NOT NULL,
            own_day := coalesce(f.sort_date, DATE '9999-12-31'),
            own_position := coalesce(f.day_position, 2147483647),
            event_id := f.event_id
        ) AS place
    FROM found AS f
    LEFT JOIN found AS p ON p.event_id = f.parent_event_id
    ORDER BY place
    LIMIT $limit
),

reports AS (
    SELECT
        m.event_id,
        list(
            struct_pack(
                mention_id := m.mention_id,
                article_id := m.article_id,
                site := m.site,
                article_published := m.article_published,
                url := a.url,
                article_title := a.title,
                sentence := m.sentence,
                trigger := m.trigger,
                modality := m.modality,
                speaker := m.speaker
            )
            ORDER BY m.article_published NULLS LAST, m.article_id, m.trigger_start
        ) AS told_in
    FROM event_mention AS m
    JOIN (SELECT article_id, url, title FROM article) AS a USING (article_id)
    SEMI JOIN placed USING (event_id)
    GROUP BY m.event_id
)

SELECT f.*, coalesce(t.told_in, []) AS told_in
FROM found AS f
JOIN placed AS p USING (event_id)
LEFT JOIN reports AS t USING (event_id)
ORDER BY p.place
