-- One row an event word with its event, its article's outlet and day, and who says it (the innermost statement).
INSERT INTO candidate.event_mention BY NAME
WITH innermost AS (
    SELECT mention_id, coalesce(speaker_name, speaker) AS speaker, speaker_kind, cue, content
    FROM core.attribution
    QUALIFY row_number() OVER (PARTITION BY mention_id ORDER BY depth DESC) = 1
)

SELECT
    m.* EXCLUDE (nth, sentence_index),
    e.event_id,
    a.site,
    a.published AS article_published,
    s.speaker,
    s.speaker_kind,
    s.cue,
    s.content
FROM kept_mention AS m
JOIN (SELECT article_id, site, published FROM kept_article) AS a USING (article_id)
LEFT JOIN kept_member AS e USING (mention_id)
LEFT JOIN innermost AS s USING (mention_id)
ORDER BY e.event_id NULLS LAST, m.article_id, m.trigger_start, m.mention_id
