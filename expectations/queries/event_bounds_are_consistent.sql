-- what the mentions of an event tell of its time fits together
SELECT b.event_id || ' ' || b.bound AS row_key, m.article_id,
       b.bound || ' ' || b.value || ' was left aside: "' || coalesce(m.sentence, '') || '" against "'
       || coalesce((SELECT min(o.sentence) FROM event_mention o
                    WHERE o.event_id = b.event_id AND o.mention_id IS DISTINCT FROM b.mention_id), '') || '"' AS detail
FROM event_bound b
LEFT JOIN event_mention m USING (mention_id)
WHERE NOT b.used;
