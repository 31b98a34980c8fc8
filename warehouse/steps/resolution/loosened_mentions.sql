-- What merging reads of the mentions that take part in it of articles of which mentions came or went, as JSON: those that were
-- not withheld, stand in no furniture and in no article that people excluded.
-- Temp tables in: none.  Out: none.
SELECT m.features, w.salient
FROM core.merge_mention AS m
JOIN core.merge_article AS w USING (article_id)
JOIN core.event_mention AS e USING (mention_id)
WHERE m.article_id IN (FROM core.loosened_article)
    AND m.mention_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'event_mention')
    AND m.article_id NOT IN (SELECT article_id FROM core.decided_article WHERE excluded)
    AND NOT EXISTS (
        SELECT 1
        FROM core.article_sentence AS s
        JOIN core.article AS a USING (article_id)
        JOIN core.article_version AS v ON v.article_id = a.article_id AND v.version = a.annotated_version
        JOIN core.repeated_sentence AS r ON r.site = coalesce(v.site, '') AND r.hash = s.hash
        WHERE s.article_id = m.article_id AND e.trigger_start >= s.char_start AND e.trigger_start < s.char_end
    )
ORDER BY m.article_id, m.mention_id
