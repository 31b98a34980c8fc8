-- What was joined into stories is kept in its order, so that all that has not changed goes the same way again; and where
-- each article stands now, with what ties it there.

DROP TABLE core.story_step;
CREATE TABLE core.story_join (
    nth INTEGER NOT NULL,
    day DATE NOT NULL,
    founder VARCHAR NOT NULL,
    other_founder VARCHAR NOT NULL,
    product BIGINT NOT NULL
);
COMMENT ON TABLE core.story_join IS 'Which groups of articles joined on the way to stories, in the order in which they did.';
COMMENT ON COLUMN core.story_join.nth IS 'Counts the joins from 0.';
COMMENT ON COLUMN core.story_join.day IS 'The day of publication whose articles brought it about; 9999-12-31 for those without one.';
COMMENT ON COLUMN core.story_join.founder IS 'The earliest article of the group that stayed.';
COMMENT ON COLUMN core.story_join.other_founder IS 'The earliest article of the one that went into it.';
COMMENT ON COLUMN core.story_join.product IS 'The product of the words of both; 0 where an article that ties nothing came to a group.';

CREATE TABLE core.story_place (
    article_id VARCHAR NOT NULL,
    founder VARCHAR NOT NULL,
    other_founder VARCHAR,
    words VARCHAR[] NOT NULL,
    kinds VARCHAR[] NOT NULL,
    shares SMALLINT[] NOT NULL
);
COMMENT ON TABLE core.story_place IS 'The story of each article; one of a single article counts as none when it is published.';
COMMENT ON COLUMN core.story_place.founder IS 'The earliest article of the story.';
COMMENT ON COLUMN core.story_place.other_founder IS 'On the article''s own day: the founder of another story that it tells of too.';
COMMENT ON COLUMN core.story_place.words IS 'Words that the article shares with the rest of its story, the weightiest first.';
COMMENT ON COLUMN core.story_place.kinds IS 'For each, name or word, as the article writes it.';
COMMENT ON COLUMN core.story_place.shares IS 'How much of their likeness each makes, in thousandths.';
TRUNCATE core.story;
