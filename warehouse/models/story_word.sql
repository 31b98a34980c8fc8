-- The words of the sentences that tell of events (temp table sentence_word), and those that half of the articles have with
-- how many sentences have them (temp table shared_word): which of them the story is about is for transforms.selection.
CREATE OR REPLACE TEMP TABLE sentence_word AS
SELECT DISTINCT
    article_id,
    sentence_index,
    unnest(list_filter(regexp_extract_all(lower(sentence), '[\p{L}\p{N}]+'), lambda x: length(x) > 2)) AS word
FROM (
    SELECT article_id, sentence_index, any_value(sentence ORDER BY sentence_start, sentence) AS sentence
    FROM core.event_mention
    SEMI JOIN kept_article USING (article_id)
    GROUP BY ALL
);

CREATE OR REPLACE TEMP TABLE shared_word AS
SELECT word, count(*) AS sentences
FROM sentence_word
GROUP BY word
HAVING count(DISTINCT article_id) >= (SELECT count(*) FROM kept_article) / 2;
