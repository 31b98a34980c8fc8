-- Which articles were changed after they were first read, and what changed?
SELECT
    later.article_id,
    later.site,
    earlier.version AS from_version,
    later.version AS to_version,
    later.text <> earlier.text AS text_changed,
    later.title IS DISTINCT FROM earlier.title AS title_changed,
    earlier.published AS published_before,
    later.published AS published_after,
    later.is_current,
    later.arrived
FROM article_version AS later
JOIN article_version AS earlier ON earlier.article_id = later.article_id AND earlier.version = later.version - 1
ORDER BY later.arrived, later.article_id, later.version
