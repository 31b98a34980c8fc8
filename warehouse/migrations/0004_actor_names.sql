-- What tells across articles whom a name or a description means.  What an earlier dateline annotated has none of it until
-- it is annotated anew, which other rules cause by themselves.

ALTER TABLE core.actor ADD COLUMN name_key VARCHAR;
ALTER TABLE core.actor ADD COLUMN name_kind VARCHAR;
ALTER TABLE core.actor ADD COLUMN office VARCHAR;
COMMENT ON COLUMN core.actor.name_key IS 'The words that tell the name apart, in one spelling.';
COMMENT ON COLUMN core.actor.name_kind IS 'What kind of name it is (PERSON, ORG, …); empty for a description or a pronoun.';
COMMENT ON COLUMN core.actor.office IS 'The office that the article gives them, with its country: president UA.';
