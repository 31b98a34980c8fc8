-- a title that no person wrote is made only of words of its mentions' sentences, of their articles' headlines, and of what a pronoun means in those articles
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
WITH member AS (
    SELECT event_id, article_id, sentence_start, sentence FROM event_mention WHERE event_id IS NOT NULL
), sentences AS (
    SELECT event_id, lower(string_agg(sentence, ' ')) AS words FROM member GROUP BY event_id
), words AS (
    SELECT event_id, title, unnest(regexp_extract_all(lower(title), '[\p{L}\p{N}]+')) AS word FROM event WHERE title_source <> 'decided'
), missing AS (
    SELECT w.*
    FROM words w
    JOIN sentences s USING (event_id)
    WHERE NOT contains(s.words, w.word)
      -- The verb stands in the present, for "resigned" a title has "resigns".
      AND NOT contains(s.words, left(w.word, greatest(3, length(w.word) - 3)))
      -- What a title may add: auxiliaries, who says so, what negates, where.
      AND w.word NOT IN (
        'is', 'are', 'do', 'does', 'has', 'have', 'not', 'will', 'say', 'says', 'in', 's', 'planned', 'possible', 'had', 'can', 'the'
      )
), told AS (
    SELECT DISTINCT m.article_id FROM member m SEMI JOIN missing USING (event_id)
), named AS (
    SELECT m.article_id, lower(a.name) AS words FROM event_actor a JOIN event_mention m USING (mention_id) SEMI JOIN told USING (article_id)
    UNION
    SELECT m.article_id, lower(concat_ws(' ', a.speaker, a.speaker_name))
    FROM attribution a JOIN event_mention m USING (mention_id) SEMI JOIN told USING (article_id)
), known AS (
    SELECT m.event_id, n.words FROM member m JOIN named n USING (article_id)
    UNION
    SELECT m.event_id, lower(a.title) FROM member m JOIN article a USING (article_id) WHERE a.title IS NOT NULL
    UNION
    SELECT m.event_id, lower(o.lemma) FROM member m JOIN event_mention o USING (article_id, sentence_start)
    UNION
    SELECT m.event_id, lower(o.sentence) FROM member m SEMI JOIN missing USING (event_id) JOIN event_mention o USING (article_id)
)
SELECT w.event_id AS row_key, NULL AS article_id, '"' || any_value(w.title) || '" has "' || min(w.word) || '"' AS detail
FROM missing w
WHERE NOT EXISTS (
    SELECT 1 FROM known k
    WHERE k.event_id = w.event_id
      AND (contains(k.words, w.word) OR starts_with(w.word, left(k.words, greatest(2, length(k.words) - 1))))
)
GROUP BY w.event_id;
