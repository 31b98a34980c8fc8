-- what is told as having happened does not begin after its article's publication or update, by more than a day
-- severity: critical
-- fault: row
-- remedy: look at the article's publication day first: it may be the one that is wrong
SELECT m.mention_id AS row_key, m.article_id,
       '"' || m.trigger || '" begins ' || m.start_earliest || ', the article is of '
       || greatest(a.published, coalesce(a.updated, a.published)) AS detail
FROM event_mention m
JOIN article a USING (article_id)
WHERE m.modality = 'actual' AND m.on_timeline
  AND m.start_earliest > greatest(a.published, coalesce(a.updated, a.published)) + 1;
