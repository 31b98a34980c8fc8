-- an article was published between the first newspaper (1605) and the start of the run
-- severity: critical
-- fault: row
-- remedy: correct the date in the manifest, or give the right one with `published`
SELECT article_id AS row_key, article_id, 'published ' || published || ', the run began ' || getvariable('run_started') AS detail
FROM article
WHERE published < DATE '1605-01-01'
   OR published > CAST(coalesce(getvariable('run_started'), CAST(current_date AS VARCHAR)) AS DATE) + 1;
