-- Which key events rest on one outlet alone, or on copies of one article?
SELECT e.edtf, e.title, e.sites, e.articles, e.independent_articles, e.event_id
FROM timeline AS e
WHERE e.independent_articles = 1 OR len(e.sites) = 1
ORDER BY e.sort_date NULLS LAST, e.day_position, e.event_id
