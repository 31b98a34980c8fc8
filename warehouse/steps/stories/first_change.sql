-- The first day of publication on which articles came (temp table fresh_profile), changed what they are about, went, or
-- stand in no place.
-- Temp tables in: fresh_profile.  Out: none.
SELECT min(day)
FROM (
    SELECT least(f.day, s.day) AS day
    FROM fresh_profile AS f
    LEFT JOIN core.story_article AS s USING (article_id)
    WHERE s.article_id IS NULL
        OR (s.day, s.ties, s.words, s.named, s.weights) IS DISTINCT FROM (f.day, f.ties, f.words, f.named, f.weights)
    UNION ALL
    SELECT day FROM core.story_article ANTI JOIN core.article USING (article_id)
    UNION ALL
    SELECT day FROM core.story_article ANTI JOIN core.story_step USING (article_id)
)
