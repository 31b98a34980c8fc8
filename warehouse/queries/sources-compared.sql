-- How do the outlets compare: articles, events, share of dated ones, share told by others?
SELECT
    a.site,
    count(DISTINCT a.article_id) AS articles,
    count(DISTINCT m.event_id) AS events,
    round(avg(m.dated::INTEGER), 2) AS share_dated,
    round(avg((m.speaker IS NOT NULL)::INTEGER), 2) AS share_attributed,
    count(DISTINCT a.article_id) FILTER (a.published IS NULL) AS articles_without_a_date
FROM article AS a
LEFT JOIN event_mention AS m ON m.article_id = a.article_id AND m.on_timeline
GROUP BY a.site
ORDER BY articles DESC, a.site
