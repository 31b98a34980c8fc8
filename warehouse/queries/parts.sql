-- Which events are part of another?
SELECT whole.title AS whole, whole.edtf AS whole_edtf, part.title AS part, part.edtf AS part_edtf, m.sentence, r.other_event_id AS whole_id, r.event_id AS part_id
FROM event_relation AS r
JOIN event AS part ON part.event_id = r.event_id
JOIN event AS whole ON whole.event_id = r.other_event_id
JOIN event_mention AS m ON m.mention_id = r.mention_id
WHERE r.relation = 'part_of'
ORDER BY whole.sort_date NULLS LAST, whole.event_id, part.sort_date NULLS LAST, part.event_id
