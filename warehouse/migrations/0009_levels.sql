-- How much an article makes of each mention, which level and importance of an event rest on.  What an earlier dateline
-- annotated has none of it: the next run annotates every article anew and publishes a timeline with levels.

ALTER TABLE core.event_mention ADD COLUMN signs VARCHAR[];
COMMENT ON COLUMN core.event_mention.signs IS 'What tells how much its article makes of it (transforms.selection.signs).';
ALTER TABLE core.event_mention ADD COLUMN under_mention_id VARCHAR;
COMMENT ON COLUMN core.event_mention.under_mention_id IS 'The nearest mention that governs it in its sentence.';

UPDATE core.article SET rules_version = NULL;
