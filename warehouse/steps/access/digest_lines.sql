-- The sentences that may tell of some days (temp table digest_day): those that name one or are dated to it, those of a
-- chronology's part, and the first of the articles published on the day or the day after.
-- Temp tables in: chronology_part, digest_day.  Out: none.
WITH sentence AS (
    SELECT
        article_id,
        sentence_start,
        any_value(sentence_end) AS sentence_end,
        any_value(sentence) AS text,
        min(mention_id) AS mention_id,
        row_number() OVER (PARTITION BY article_id ORDER BY sentence_start) AS nth
    FROM event_mention
    GROUP BY article_id, sentence_start
),

named AS (
    SELECT s.article_id, s.sentence_start, t.earliest AS day
    FROM sentence AS s
    JOIN time_expression AS t
        ON t.article_id = s.article_id AND t.char_start >= s.sentence_start AND t.char_start < s.sentence_end
    WHERE t.earliest = t.latest AND t.timex_type IN ('DATE', 'TIME')
),

eligible AS (
    SELECT article_id, sentence_start, day, true AS named, false AS editors FROM named
    UNION ALL
    SELECT article_id, sentence_start, start_earliest, true, false
    FROM event_mention
    WHERE dated AND modality = 'actual' AND start_earliest = start_latest
    UNION ALL
    SELECT s.article_id, s.sentence_start, p.day, true, true
    FROM sentence AS s
    JOIN chronology_part AS p ON p.article_id = s.article_id AND s.sentence_end > p.char_start AND s.sentence_start < p.char_end
    UNION ALL
    SELECT s.article_id, s.sentence_start, unnest([a.published, a.published - 1]), false, false
    FROM sentence AS s
    JOIN article AS a USING (article_id)
    ANTI JOIN named AS n ON n.article_id = s.article_id AND n.sentence_start = s.sentence_start
    WHERE s.nth <= 5 AND a.published IS NOT NULL
)

SELECT t.day, s.text, s.mention_id, bool_or(t.named) AS named, bool_or(t.editors) AS editors
FROM eligible AS t
SEMI JOIN digest_day AS d ON d.day = t.day
JOIN sentence AS s USING (article_id, sentence_start)
GROUP BY t.day, s.text, s.mention_id
ORDER BY t.day, s.mention_id
