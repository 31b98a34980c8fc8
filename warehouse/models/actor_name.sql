-- Who is who across articles (temp table actor_name): for what an article calls somebody, the name that all articles share.
--
-- A surname stands for the one full name that ends in it among the articles that tell of an event with this one, and an
-- office ("the Ukrainian president") for the one person whom articles published within a year of this one say to hold
-- it.  Of several full names the longest counts if the others are short for it; where two persons remain, each article
-- keeps its own word.  Spellings of one name give way to the one that most articles have.

CREATE OR REPLACE TEMP TABLE told_name AS
SELECT
    article_id,
    name,
    any_value(name_key) AS name_key,
    any_value(name_kind) AS name_kind,
    min(office) AS office,
    any_value(a.published) AS published,
    any_value(contains(name_key, ' ')) AS is_full
FROM core.actor
JOIN kept_article AS a USING (article_id)
WHERE name_kind <> '' OR office IS NOT NULL
GROUP BY article_id, name;

CREATE OR REPLACE TEMP TABLE actor_name AS
WITH written AS (
    SELECT name_key, name
    FROM told_name
    WHERE name_kind <> ''
    GROUP BY name_key, name
    QUALIFY row_number() OVER (PARTITION BY name_key ORDER BY count(*) DESC, length(name) DESC, name) = 1
),

together AS (
    SELECT DISTINCT m.event_id, t.article_id
    FROM kept_member AS m
    JOIN core.event_mention AS t USING (mention_id)
    JOIN core.event AS e ON e.event_id = m.event_id AND e.articles > 1
),

person AS (
    SELECT DISTINCT t.event_id, n.name_key, split_part(n.name_key, ' ', -1) AS surname
    FROM together AS t
    JOIN told_name AS n USING (article_id)
    WHERE n.name_kind = 'PERSON' AND n.is_full
),

holder AS (
    SELECT
        office,
        name_key,
        split_part(name_key, ' ', -1) AS surname,
        min(coalesce(published, DATE '0001-01-01')) AS earliest,
        max(coalesce(published, DATE '9999-12-31')) AS latest
    FROM told_name
    WHERE name_kind = 'PERSON' AND is_full AND office IS NOT NULL
    GROUP BY office, name_key
),

candidate_name AS (
    SELECT n.article_id, n.name, p.name_key AS full_key
    FROM told_name AS n
    JOIN together AS t USING (article_id)
    JOIN person AS p ON p.event_id = t.event_id AND p.surname = n.name_key
    WHERE NOT n.is_full AND n.name_kind IN ('PERSON', 'NAME', 'ORG', 'PRODUCT')
    UNION
    SELECT n.article_id, n.name, h.name_key
    FROM told_name AS n
    JOIN holder AS h USING (office)
    WHERE (n.name_kind = '' OR (NOT n.is_full AND h.surname = n.name_key))
        AND (n.published IS NULL OR (h.earliest - n.published <= 366 AND n.published - h.latest <= 366))
),

listed AS (
    SELECT article_id, name, list(DISTINCT full_key ORDER BY full_key) AS keys
    FROM candidate_name
    GROUP BY article_id, name
),

fullest AS (
    SELECT
        article_id,
        name,
        list_filter(
            keys,
            lambda k: len(list_filter(keys, lambda o: o <> k AND list_has_all(string_split(o, ' '), string_split(k, ' ')))) = 0
        ) AS keys
    FROM listed
)

SELECT n.article_id, n.name, w.name AS normal_name
FROM told_name AS n
LEFT JOIN fullest AS f ON f.article_id = n.article_id AND f.name = n.name AND len(f.keys) = 1
JOIN written AS w ON w.name_key = coalesce(f.keys[1], CASE WHEN n.name_kind <> '' THEN n.name_key END)
WHERE w.name <> n.name;
