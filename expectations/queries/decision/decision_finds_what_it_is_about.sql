-- what people decided is about mentions and articles that are there
-- severity: warning
-- remedy: the article or the rules have changed: decide anew about the event that is meant, and undo the old decision with `dateline decisions --undo ID`
SELECT decision_id AS row_key, article_id,
       who || ' decided ' || concat_ws(' ', action, value) || ' of "' || target || '": ' || reason
       || CASE WHEN nearest = [] THEN '' ELSE '; nearest: ' || array_to_string(nearest, '; ') END AS detail
FROM decision
WHERE NOT undone AND NOT applied AND overruled_by IS NULL AND target IS NOT NULL;
