-- a site's newest article is not older than the days that the settings allow
SELECT coalesce(site, '(no site)') AS row_key, arg_max(article_id, published) AS article_id,
       'its newest article is of ' || max(published) AS detail
FROM article
GROUP BY site
HAVING max(published) < CAST(coalesce(getvariable('run_started'), CAST(current_date AS VARCHAR)) AS DATE)
                        - CAST(coalesce(getvariable('fresh_within_days'), 30) AS INTEGER);
