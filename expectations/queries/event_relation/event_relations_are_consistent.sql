-- the relations that are told between events fit what is known of their times
-- severity: warning
-- remedy: read both sentences: the sources disagree, or two events were taken for one
SELECT r.event_id || ' ' || r.relation || ' ' || r.other_event_id AS row_key, m.article_id,
       'told as ' || r.relation || ', was left aside: "' || m.sentence || '" against "' || coalesce(o.sentence, '') || '"' AS detail
FROM event_relation r
JOIN event_mention m USING (mention_id)
LEFT JOIN event_mention o ON o.mention_id = r.other_mention_id
WHERE NOT r.used;
