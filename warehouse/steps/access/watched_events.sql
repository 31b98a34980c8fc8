-- The key events of a story, with the ids that each had before and an article that tells of it.  Variable: story_id.
-- Temp tables in: none.  Out: none.
SELECT
    t.event_id,
    t.edtf,
    t.title,
    t.lead,
    t.place,
    t.sites,
    (SELECT a.url FROM event_mention AS m JOIN article AS a USING (article_id) WHERE m.mention_id = t.lead_mention_id) AS url,
    (SELECT coalesce(list(l.old_event_id), []) FROM event_alias AS l WHERE l.event_id = t.event_id) AS old_event_ids,
    (SELECT max(version) FROM publication) AS version
FROM timeline AS t
SEMI JOIN (SELECT event_id FROM story_event WHERE story_id = getvariable('story_id')) AS s USING (event_id)
ORDER BY section_rank(t.section), t.sort_date NULLS LAST, t.day_position, t.event_id
