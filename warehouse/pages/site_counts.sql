-- How many articles there are, of how many outlets, and how many tell of no story.
SELECT count(*) AS articles, count(DISTINCT site) AS outlets, count(*) FILTER (story_id IS NULL) AS apart FROM article;
