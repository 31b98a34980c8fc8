-- The articles that tell of the events that a page shows.
SELECT article_id, title, site, url, published, language
FROM article WHERE article_id IN (SELECT article_id FROM event_mention WHERE event_id IN (FROM shown_event))
ORDER BY article_id;
