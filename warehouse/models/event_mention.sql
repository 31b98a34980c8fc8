-- One row an event word with its event and its article's outlet and day.  One that stands in what its outlet repeats on many
-- pages is left out for that.
INSERT INTO candidate.event_mention BY NAME
WITH in_furniture AS (
    SELECT DISTINCT m.mention_id
    FROM core.event_mention AS m
    JOIN candidate.article_furniture AS f
        ON f.article_id = m.article_id AND m.trigger_start >= f.char_start AND m.trigger_start < f.char_end
)

SELECT
    m.* EXCLUDE (nth, sentence_index, signs, under_mention_id) REPLACE (
        m.on_timeline AND f.mention_id IS NULL AS on_timeline,
        CASE WHEN f.mention_id IS NULL THEN m.reason ELSE 'furniture' END AS reason,
        coalesce(n.normal_name, m.speaker) AS speaker
    ),
    e.event_id, a.site, a.published AS article_published
FROM core.event_mention AS m
JOIN (SELECT article_id, site, published FROM kept_article) AS a USING (article_id)
ANTI JOIN gone_mention USING (mention_id)
LEFT JOIN in_furniture AS f USING (mention_id)
LEFT JOIN kept_member AS e USING (mention_id)
LEFT JOIN actor_name AS n ON n.article_id = m.article_id AND n.name = m.speaker
ORDER BY e.event_id NULLS LAST, m.mention_id
