-- What stands on a page and is no part of its news gives no events: by rules of one page, and by what other pages of its
-- outlet hold word for word.  Every article is annotated anew, since the rules that made its events are others now.

CREATE TABLE core.article_furniture (
    article_id VARCHAR NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    rule_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.article_furniture IS 'Stretches of articles that one page shows to be furniture.';

CREATE TABLE core.article_sentence (
    article_id VARCHAR NOT NULL,
    hash BIGINT NOT NULL,
    char_start INTEGER NOT NULL,
    char_end INTEGER NOT NULL,
    is_foreign BOOLEAN NOT NULL
);
COMMENT ON TABLE core.article_sentence IS 'The other sentences of articles, to be held against other pages of the outlet.';
COMMENT ON COLUMN core.article_sentence.hash IS 'Of its words: the words themselves would outlive the article.';
COMMENT ON COLUMN core.article_sentence.is_foreign IS 'Whether nothing else on the page speaks of what it speaks of (transforms.furniture.repeats).';

CREATE TABLE core.touched_sentence (hash BIGINT NOT NULL);
COMMENT ON TABLE core.touched_sentence IS 'Sentences that came to an article or left one since the last merging, perhaps more than once.';

CREATE TABLE core.repeated_sentence (
    site VARCHAR NOT NULL,
    hash BIGINT NOT NULL
);
COMMENT ON TABLE core.repeated_sentence IS 'Sentences that several pages of an outlet hold word for word and that are foreign to most of them: furniture.';
COMMENT ON COLUMN core.repeated_sentence.site IS 'The outlet; empty where it is unknown.';

UPDATE core.article SET rules_version = NULL;
