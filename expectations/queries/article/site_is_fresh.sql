-- a site's newest article is not older than the days that the settings allow
-- severity: warning
-- remedy: see whether the source still delivers; the setting fresh_within_days says what is old
SELECT coalesce(site, '(no site)') AS row_key, arg_max(article_id, published) AS article_id,
       'its newest article is of ' || max(published) AS detail
FROM article
GROUP BY site
HAVING max(published) < CAST(coalesce(getvariable('run_started'), CAST(current_date AS VARCHAR)) AS DATE)
                        - CAST(coalesce(getvariable('fresh_within_days'), 30) AS INTEGER);
