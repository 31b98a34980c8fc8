-- Where merging must begin anew (temp table part, by mention_id): what stands in a touched block, what was touched
-- itself, and what stood in one event with it.
CREATE OR REPLACE TEMP TABLE part AS
SELECT mention_id FROM core.mention_block SEMI JOIN core.touched_block USING (block_key)
UNION
SELECT mention_id FROM core.merge_mention SEMI JOIN core.touched_mention USING (mention_id)
UNION
SELECT mention_id
FROM core.event_member
WHERE event_id IN (SELECT event_id FROM core.event_member SEMI JOIN core.touched_mention USING (mention_id));

CREATE OR REPLACE TEMP TABLE frontier AS FROM part;
