-- Articles whose current version has not been annotated with these rules.
-- Temp tables in: none.  Out: none.
SELECT article_id
FROM core.article
WHERE annotated_version IS DISTINCT FROM version OR rules_version IS DISTINCT FROM $rules_version
ORDER BY article_id
