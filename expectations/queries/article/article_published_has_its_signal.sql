-- a publication day is the one that the chosen sign tells, or that a person decided
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT a.article_id AS row_key, a.article_id,
       'published ' || coalesce(CAST(a.published AS VARCHAR), 'unknown') || ' but the chosen sign says '
       || coalesce(CAST(s.day AS VARCHAR), 'nothing') AS detail
FROM article a
LEFT JOIN article_signal s
  ON s.article_id = a.article_id AND s.version = a.version AND s.field = 'published' AND s.chosen
WHERE a.published_signal IS DISTINCT FROM 'decided' AND a.published IS DISTINCT FROM s.day;
