-- the least that a figure can mean is not above the most
-- severity: critical
-- fault: table
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT q.mention_id AS row_key, m.article_id, '"' || q.text || '": ' || q.low || ' is above ' || q.high AS detail
FROM quantity q
JOIN event_mention m USING (mention_id)
WHERE q.low > q.high;
