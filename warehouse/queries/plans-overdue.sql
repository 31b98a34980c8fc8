-- Which plans are past their time without anybody telling that they came true?
SELECT e.edtf, e.title, e.end_latest, e.speakers, e.sites, e.event_id
FROM event AS e
WHERE e.modality = 'planned' AND e.dated AND e.end_latest < (SELECT max(published) FROM article)
ORDER BY e.end_latest, e.event_id
