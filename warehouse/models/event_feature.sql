-- What selection reads (transforms.selection): temp table event_feature, one row an event on the timeline; event_link,
-- which of them are told together or alike; event_before, which is known to have come first.  sign_weight has the weight
-- of each sign of a mention, lemma_concept what each lemma stands for.

CREATE OR REPLACE TEMP TABLE actual_mention AS
SELECT
    k.event_id,
    m.mention_id,
    m.article_id,
    m.sentence_index,
    m.trigger_start,
    m.event_type,
    m.lemma,
    m.signs,
    m.under_mention_id,
    m.speaker,
    a.published,
    coalesce(a.copy_group, a.article_id) AS source_group
FROM core.event_mention AS m
JOIN kept_member AS k USING (mention_id)
JOIN (SELECT article_id, published, copy_group FROM kept_article) AS a USING (article_id)
SEMI JOIN (FROM event_fact WHERE on_timeline) AS e ON e.event_id = k.event_id
ANTI JOIN gone_mention AS g ON g.mention_id = m.mention_id
WHERE m.modality = 'actual' AND m.event_class IN ('event', 'reporting');

-- Of several mentions the one that all its signs speak for most tells the event.
CREATE OR REPLACE TEMP TABLE best_mention AS
WITH weighed AS (
    SELECT mention_id, sum(w.weight) AS weight
    FROM (SELECT mention_id, unnest(signs) AS sign FROM actual_mention)
    JOIN sign_weight AS w USING (sign)
    GROUP BY mention_id
)

SELECT m.event_id, m.signs
FROM actual_mention AS m
LEFT JOIN weighed AS w USING (mention_id)
QUALIFY row_number() OVER (PARTITION BY m.event_id ORDER BY coalesce(w.weight, 0) DESC, m.published NULLS LAST, m.article_id, m.trigger_start, m.mention_id) = 1;

-- Those who take part, by the names that all articles share; how large a share of the articles names them.
CREATE OR REPLACE TEMP TABLE taking_part AS
SELECT DISTINCT m.event_id, m.mention_id, a.role, a.name_kind, coalesce(n.normal_name, a.name) AS name
FROM actual_mention AS m
JOIN core.actor AS a USING (mention_id)
LEFT JOIN actor_name AS n ON n.article_id = a.article_id AND n.name = a.name
WHERE a.name_kind <> '' AND a.role IN ('agent', 'patient');

CREATE OR REPLACE TEMP TABLE name_share AS
SELECT coalesce(n.normal_name, a.name) AS name, count(DISTINCT a.article_id) / (SELECT count(*) FROM kept_article) AS share
FROM core.actor AS a
SEMI JOIN kept_article USING (article_id)
LEFT JOIN actor_name AS n ON n.article_id = a.article_id AND n.name = a.name
WHERE a.name_kind <> ''
GROUP BY ALL;

-- Whom a story is about: names that half of its articles share make it one story; then an article that has none of the
-- names that a quarter of them share tells of something else.
CREATE OR REPLACE TEMP TABLE article_of_story AS
SELECT DISTINCT a.article_id
FROM core.actor AS a
SEMI JOIN kept_article USING (article_id)
LEFT JOIN actor_name AS n ON n.article_id = a.article_id AND n.name = a.name
JOIN name_share AS s ON s.name = coalesce(n.normal_name, a.name) AND s.share >= 0.25
WHERE a.name_kind <> ''
UNION
SELECT article_id
FROM kept_article
WHERE (SELECT coalesce(max(share), 0) < 0.5 FROM name_share);

CREATE OR REPLACE TEMP TABLE event_feature AS
WITH about AS (
    SELECT event_id, max(words)::INTEGER AS words
    FROM (
        SELECT m.event_id, m.mention_id, count(*) AS words
        FROM actual_mention AS m
        JOIN sentence_word AS s USING (article_id, sentence_index)
        SEMI JOIN story_word AS w USING (word)
        GROUP BY ALL
    )
    GROUP BY event_id
),

central AS (
    SELECT event_id, max(share) AS centrality
    FROM taking_part
    JOIN name_share USING (name)
    GROUP BY event_id
),

telling AS (
    SELECT
        event_id,
        bool_or(speaker IS NULL) AS own_voice,
        NOT bool_or(article_id IN (SELECT article_id FROM article_of_story)) AS beside,
        count(DISTINCT source_group)::INTEGER AS sources,
        count(DISTINCT source_group) FILTER (published - first_published > 7)::INTEGER AS recalled
    FROM (SELECT *, min(published) OVER (PARTITION BY event_id) AS first_published FROM actual_mention)
    GROUP BY event_id
)

SELECT
    e.event_id,
    e.event_type,
    e.event_class,
    coalesce(b.signs, []) AS signs,
    e.dated,
    e.sort_date,
    e.start_earliest,
    e.start_latest,
    e.end_earliest,
    e.end_latest,
    e.first_reported,
    e.local_time,
    coalesce(t.own_voice, true) AS own_voice,
    coalesce(t.sources, 1) AS sources,
    e.mentions,
    coalesce(t.recalled, 0) AS recalled,
    coalesce(c.centrality, 0)::DOUBLE AS centrality,
    coalesce(t.beside, false) AS beside,
    coalesce(w.words, 0) AS story_words,
    (SELECT count(DISTINCT coalesce(copy_group, article_id)) FROM kept_article)::INTEGER AS story_articles
FROM event_fact AS e
LEFT JOIN telling AS t USING (event_id)
LEFT JOIN best_mention AS b USING (event_id)
LEFT JOIN central AS c USING (event_id)
LEFT JOIN about AS w USING (event_id)
WHERE e.on_timeline;

-- Who does each event and to whom, in words, and its figures by article: two events that share neither, or are done by
-- others, or tell other figures in one article, are two.
CREATE OR REPLACE TEMP TABLE told_of AS
WITH word AS (
    SELECT DISTINCT m.event_id, a.role, unnest(regexp_extract_all(lower(a.name), '[\p{L}\p{N}]+')) AS word
    FROM actual_mention AS m
    JOIN core.actor AS a USING (mention_id)
    WHERE a.role IN ('agent', 'patient')
)

SELECT event_id, list(word) AS words, list(word) FILTER (role = 'agent') AS agents
FROM word
GROUP BY event_id;

CREATE OR REPLACE TEMP TABLE event_figure AS
SELECT m.event_id, m.article_id, list_sort(list(DISTINCT q.low)) AS figures
FROM actual_mention AS m
JOIN core.quantity AS q USING (mention_id)
WHERE q.low IS NOT NULL
GROUP BY ALL;

-- Told in one article, or of one day, by words for one thing; of one victim, as shot, struck, dead; of one kind on one date
-- of one article; of a kind that befalls a person once; or what one person does alone: on days that can agree, of nobody
-- else.
CREATE OR REPLACE TEMP TABLE repeated AS
WITH named AS (
    SELECT event_id, list(DISTINCT name) AS names
    FROM taking_part
    GROUP BY event_id
),

worded AS (
    SELECT DISTINCT m.event_id, c.concept, m.article_id AS near
    FROM actual_mention AS m
    JOIN lemma_concept AS c USING (lemma)
    UNION
    SELECT DISTINCT m.event_id, c.concept, e.sort_date::VARCHAR
    FROM actual_mention AS m
    JOIN lemma_concept AS c USING (lemma)
    JOIN event_fact AS e ON e.event_id = m.event_id AND e.dated AND e.start_earliest = e.start_latest
    UNION
    SELECT DISTINCT m.event_id, e.event_type, m.article_id || ' ' || e.edtf
    FROM actual_mention AS m
    JOIN event_fact AS e ON e.event_id = m.event_id AND e.dated
    SEMI JOIN happens_once AS o ON o.event_type = e.event_type
    UNION
    SELECT DISTINCT m.event_id, c.concept, strftime(e.start_earliest, '%Y-%m')
    FROM actual_mention AS m
    JOIN lemma_concept AS c USING (lemma)
    JOIN event_fact AS e ON e.event_id = m.event_id AND e.dated
    SEMI JOIN happens_once AS o ON o.event_type = e.event_type
    WHERE date_trunc('month', e.start_earliest) = date_trunc('month', e.start_latest)
),

befallen AS (
    SELECT DISTINCT t.event_id, t.name, CASE WHEN h.event_type IS NULL THEN e.event_type ELSE 'harm' END AS what, e.mentions
    FROM taking_part AS t
    JOIN event_fact AS e USING (event_id)
    LEFT JOIN harm AS h ON h.event_type = e.event_type
    LEFT JOIN happens_once AS o ON o.event_type = e.event_type
    WHERE t.role = 'patient' AND t.name_kind = 'PERSON' AND coalesce(h.event_type, o.event_type) IS NOT NULL
    UNION
    SELECT DISTINCT t.event_id, t.name, 'does ' || c.concept, e.mentions
    FROM taking_part AS t
    JOIN actual_mention AS m USING (mention_id)
    JOIN lemma_concept AS c USING (lemma)
    JOIN event_fact AS e ON e.event_id = t.event_id
    ANTI JOIN (FROM taking_part WHERE role = 'patient') AS p ON p.event_id = t.event_id
    WHERE t.role = 'agent' AND t.name_kind = 'PERSON' AND (e.event_class <> 'reporting' OR e.event_type = 'denial')
),

-- What befell or was done by a person is held against what is told most of them alone: a victim of a thousand events makes
-- no million pairs.
harmed AS (
    SELECT event_id, first_value(event_id) OVER (PARTITION BY name, what ORDER BY mentions DESC, event_id) AS most_told
    FROM befallen
),

pair AS (
    SELECT a.event_id, b.event_id AS other_event_id
    FROM worded AS a
    JOIN worded AS b ON b.concept = a.concept AND b.near = a.near AND a.event_id < b.event_id
    UNION
    SELECT least(event_id, most_told), greatest(event_id, most_told)
    FROM harmed
    WHERE event_id <> most_told
),

other_figures AS (
    SELECT a.event_id, b.event_id AS other_event_id
    FROM event_figure AS a
    JOIN event_figure AS b ON b.article_id = a.article_id AND a.event_id < b.event_id AND NOT list_has_any(a.figures, b.figures)
),

other_people AS (
    SELECT p.event_id, p.other_event_id
    FROM pair AS p
    JOIN told_of AS a ON a.event_id = p.event_id
    JOIN told_of AS b ON b.event_id = p.other_event_id
    WHERE NOT list_has_any(a.words, b.words) OR NOT list_has_any(a.agents, b.agents)
)

SELECT p.event_id, p.other_event_id
FROM pair AS p
JOIN event_fact AS e ON e.event_id = p.event_id
JOIN event_fact AS o ON o.event_id = p.other_event_id
LEFT JOIN named AS n ON n.event_id = p.event_id
LEFT JOIN named AS m ON m.event_id = p.other_event_id
ANTI JOIN other_figures AS f ON f.event_id = p.event_id AND f.other_event_id = p.other_event_id
ANTI JOIN other_people AS w ON w.event_id = p.event_id AND w.other_event_id = p.other_event_id
WHERE coalesce(e.start_earliest <= o.start_latest, true) AND coalesce(o.start_earliest <= e.start_latest, true)
    AND coalesce(e.end_earliest <= o.end_latest, true) AND coalesce(o.end_earliest <= e.end_latest, true)
    AND (n.names IS NULL OR m.names IS NULL OR list_has_any(n.names, m.names));

-- How many there are so far ("have killed 65", "has infected two thousand"): the tolls of one article, and those that share a
-- word that the story is about.
CREATE OR REPLACE TEMP TABLE toll AS
WITH so_far AS (
    SELECT m.event_id, m.article_id, m.sentence_index
    FROM actual_mention AS m
    JOIN best_mention AS b USING (event_id)
    SEMI JOIN consequence AS c ON c.event_type = m.event_type
    WHERE list_has_all(b.signs, ['figure', 'perfect']) AND NOT list_has_any(b.signs, ['own-date', 'first-sentence', 'lead'])
)

SELECT event_id, article_id AS near
FROM so_far
UNION
SELECT f.event_id, w.word
FROM so_far AS f
JOIN sentence_word AS w USING (article_id, sentence_index)
SEMI JOIN story_word AS s ON s.word = w.word;

CREATE OR REPLACE TEMP TABLE event_link AS
SELECT DISTINCT a.event_id, b.event_id AS other_event_id, 'under' AS kind
FROM actual_mention AS a
JOIN actual_mention AS b ON b.mention_id = a.under_mention_id
WHERE a.event_id <> b.event_id
UNION
SELECT DISTINCT a.event_id, b.event_id, 'sentence'
FROM actual_mention AS a
JOIN actual_mention AS b ON b.article_id = a.article_id AND b.sentence_index = a.sentence_index AND a.event_id < b.event_id
UNION
SELECT a.event_id, b.event_id, 'near'
FROM actual_mention AS a
JOIN actual_mention AS b ON b.article_id = a.article_id AND abs(b.sentence_index - a.sentence_index) BETWEEN 1 AND 2
SEMI JOIN consequence AS c ON c.event_type = a.event_type
WHERE a.event_id <> b.event_id
UNION
SELECT DISTINCT a.event_id, b.event_id, 'names'
FROM actual_mention AS a
JOIN actual_mention AS b ON b.mention_id = a.under_mention_id
WHERE a.event_id <> b.event_id AND list_has_any(a.signs, ['noun-subject', 'noun-object'])
UNION
SELECT DISTINCT a.event_id, b.event_id, 'toll'
FROM toll AS a
JOIN toll AS b ON b.near = a.near AND a.event_id < b.event_id
UNION
SELECT event_id, other_event_id, 'repeated'
FROM repeated;

CREATE OR REPLACE TEMP TABLE event_before AS
SELECT DISTINCT
    CASE WHEN r.relation = 'after' THEN r.other_event_id ELSE r.event_id END AS first,
    CASE WHEN r.relation = 'after' THEN r.event_id ELSE r.other_event_id END AS second
FROM core.event_relation AS r
WHERE r.relation IN ('before', 'after')
