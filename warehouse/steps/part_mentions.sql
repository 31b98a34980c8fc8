-- What merging reads of the mentions of one batch (temp table batch, numbers of part_numbered), as JSON.
SELECT m.told, a.copy_group
FROM core.merge_mention AS m
JOIN part_numbered USING (mention_id)
SEMI JOIN batch USING (n)
JOIN core.article AS a USING (article_id)
WHERE m.mention_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'event_mention')
    AND m.article_id NOT IN (SELECT row_key FROM ops.withheld WHERE table_name = 'article')
ORDER BY m.mention_id
