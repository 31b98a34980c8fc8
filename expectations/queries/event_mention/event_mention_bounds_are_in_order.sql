-- in event_mention, earliest is not after latest, and the begin not after the end
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT mention_id AS row_key, article_id,
       concat_ws(' ', 'begin', coalesce(CAST(start_earliest AS VARCHAR), '?'), 'to', coalesce(CAST(start_latest AS VARCHAR), '?'),
                 'end', coalesce(CAST(end_earliest AS VARCHAR), '?'), 'to', coalesce(CAST(end_latest AS VARCHAR), '?')) AS detail
FROM event_mention
WHERE start_earliest > start_latest OR end_earliest > end_latest
   OR start_earliest > end_latest OR start_earliest > end_earliest OR start_latest > end_latest;
