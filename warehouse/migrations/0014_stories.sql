-- Articles that tell of one running matter are a story.  What each day of publication changed is kept, so that a new article
-- sets anew what came after its day and nothing before.

CREATE TABLE core.story_article (
    article_id VARCHAR NOT NULL,
    made_from VARCHAR NOT NULL,
    day DATE NOT NULL,
    ties BOOLEAN NOT NULL,
    words VARCHAR[] NOT NULL,
    named BOOLEAN[] NOT NULL,
    weights SMALLINT[] NOT NULL
);
COMMENT ON TABLE core.story_article IS 'What each article is about, as grouping into stories sees it.';
COMMENT ON COLUMN core.story_article.made_from IS 'The versions of the article and of the code that the words come from.';
COMMENT ON COLUMN core.story_article.day IS 'Its day of publication; 9999-12-31 where none is known.';
COMMENT ON COLUMN core.story_article.ties IS 'Whether it may tie other articles together: a page of many stories may not.';
COMMENT ON COLUMN core.story_article.words IS 'Its terms.';
COMMENT ON COLUMN core.story_article.named IS 'For each, whether the article writes it as a name.';
COMMENT ON COLUMN core.story_article.weights IS 'The weight of each (transforms.stories.values.Term).';

CREATE TABLE core.story_step (
    day DATE NOT NULL,
    article_id VARCHAR NOT NULL,
    founder VARCHAR NOT NULL,
    words VARCHAR[] NOT NULL,
    shares SMALLINT[] NOT NULL,
    other_founder VARCHAR
);
COMMENT ON TABLE core.story_step IS 'Which articles came to which story with the articles of which day; the last day counts.';
COMMENT ON COLUMN core.story_step.day IS 'The day of publication whose articles brought it about; 9999-12-31 for those without one.';
COMMENT ON COLUMN core.story_step.founder IS 'The earliest article of the story.';
COMMENT ON COLUMN core.story_step.words IS 'Words that the article shares with the rest of its story, the weightiest first.';
COMMENT ON COLUMN core.story_step.shares IS 'How much of their likeness each makes, in thousandths.';
COMMENT ON COLUMN core.story_step.other_founder IS 'On the article''s own day: the founder of another story that it tells of too.';

CREATE TABLE core.story (
    founder VARCHAR NOT NULL,
    story_id VARCHAR NOT NULL,
    central_article_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.story IS 'The stories of more than one article.';
COMMENT ON COLUMN core.story.central_article_id IS 'The article that is most like the others of its story.';
