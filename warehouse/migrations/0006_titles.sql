-- What an event's title was made from, and the mention whose sentence leads.  Every article is annotated anew by other rules at
-- the next run, which fills both.

ALTER TABLE core.event ADD COLUMN title_source VARCHAR DEFAULT 'sentence';
ALTER TABLE core.event ADD COLUMN lead_mention_id VARCHAR;
COMMENT ON COLUMN core.event.title_source IS 'headline, clause, noun phrase or sentence.';
COMMENT ON COLUMN core.event.lead_mention_id IS 'The mention whose sentence tells it best.';
