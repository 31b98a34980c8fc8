-- the least that a figure can mean is not above the most
SELECT q.mention_id AS row_key, m.article_id, '"' || q.text || '": ' || q.low || ' is above ' || q.high AS detail
FROM quantity q
JOIN event_mention m USING (mention_id)
WHERE q.low > q.high;
