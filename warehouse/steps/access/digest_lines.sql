-- The sentences that may tell of some days (temp table digest_day): those that name one or are dated to it, and the first of
-- the articles published on the day or the day after.  A chronology tells by its parts alone: of each sentence what stands
-- in the part of one day.
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

listed AS (
    SELECT
        p.day,
        trim(substr(
            any_value(a.text),
            greatest(m.sentence_start, p.char_start) + 1,
            least(any_value(m.sentence_end), p.char_end) - greatest(m.sentence_start, p.char_start)
        )) AS text,
        min(m.mention_id) AS mention_id,
        true AS named,
        true AS editors
    FROM event_mention AS m
    JOIN article AS a USING (article_id)
    JOIN chronology_part AS p ON p.article_id = m.article_id AND m.trigger_start >= p.char_start AND m.trigger_start < p.char_end
    GROUP BY m.article_id, m.sentence_start, p.day, p.char_start, p.char_end
),

named AS (
    SELECT s.article_id, s.sentence_start, t.earliest AS day
    FROM sentence AS s
    JOIN time_expression AS t
        ON t.article_id = s.article_id AND t.char_start >= s.sentence_start AND t.char_start < s.sentence_end
    WHERE t.earliest = t.latest AND t.timex_type IN ('DATE', 'TIME')
),

eligible AS (
    SELECT article_id, sentence_start, day, true AS named FROM named
    UNION ALL
    SELECT article_id, sentence_start, start_earliest, true
    FROM event_mention
    WHERE dated AND modality = 'actual' AND start_earliest = start_latest
    UNION ALL
    SELECT s.article_id, s.sentence_start, unnest([a.published, a.published - 1]), false
    FROM sentence AS s
    JOIN article AS a USING (article_id)
    ANTI JOIN named AS n ON n.article_id = s.article_id AND n.sentence_start = s.sentence_start
    WHERE s.nth <= 5 AND a.published IS NOT NULL
)

SELECT l.*
FROM listed AS l
SEMI JOIN digest_day USING (day)
UNION ALL
SELECT t.day, s.text, s.mention_id, bool_or(t.named) AS named, false AS editors
FROM eligible AS t
SEMI JOIN digest_day AS d ON d.day = t.day
ANTI JOIN chronology_part AS p ON p.article_id = t.article_id
JOIN sentence AS s USING (article_id, sentence_start)
GROUP BY t.day, s.text, s.mention_id
ORDER BY day, mention_id
