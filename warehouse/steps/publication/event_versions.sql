-- Since which version each key event of the candidate has stood on the timeline, and when what it says last changed.  Variable: version.
-- The views earlier_event and earlier_version are of the last version, empty where there is none.
-- Temp tables in: none.  Out: none.
TRUNCATE candidate.event_version;

INSERT INTO candidate.event_version BY NAME
WITH earlier AS (
    SELECT
        coalesce(a.event_id, e.event_id) AS event_id,
        v.first_event_id,
        v.first_version,
        v.changed_version,
        hash(e.title, e.edtf, e.lead, e.speakers, e.contested) AS said
    FROM earlier_event AS e
    JOIN earlier_version AS v USING (event_id)
    LEFT JOIN candidate.event_alias AS a ON a.old_event_id = e.event_id
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(a.event_id, e.event_id)
        ORDER BY v.first_version, a.event_id IS NOT NULL, v.first_event_id
    ) = 1
)

SELECT
    e.event_id,
    -- An id that another event has inherited since is taken.
    coalesce(
        b.first_event_id,
        CASE WHEN e.event_id IN (SELECT first_event_id FROM earlier) THEN e.event_id || '.' || getvariable('version') ELSE e.event_id END
    ) AS first_event_id,
    coalesce(b.first_version, getvariable('version')) AS first_version,
    CASE
        WHEN hash(e.title, e.edtf, e.lead, e.speakers, e.contested) = b.said THEN b.changed_version
        ELSE getvariable('version')
    END AS changed_version
FROM candidate.event AS e
LEFT JOIN earlier AS b USING (event_id)
WHERE e.on_timeline AND e.level = 'key'
ORDER BY e.event_id;
