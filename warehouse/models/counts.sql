-- How much there is.
SELECT
    (SELECT count(*) FROM article) AS articles,
    (SELECT count(*) FROM time_expression) AS time_expressions,
    (SELECT count(*) FROM event_mention) AS mentions,
    (SELECT count(*) FROM event) AS events,
    (SELECT count(*) FROM event WHERE on_timeline) AS on_timeline,
    (SELECT count(*) FROM event WHERE on_timeline AND dated) AS dated,
    (SELECT count(*) FROM story) AS stories,
    (SELECT count(*) FROM story_change WHERE change = 'new') AS new_stories,
    (SELECT count(*) FROM story_change WHERE change = 'grown') AS grown_stories,
    (SELECT count(*) FROM story_change WHERE change = 'merged') AS merged_stories
