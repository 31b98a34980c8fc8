-- One step outward: the mentions that share a block or a relation with the frontier become the next frontier.
CREATE OR REPLACE TEMP TABLE next_frontier AS
WITH near_blocks AS (
    SELECT DISTINCT block_key FROM core.mention_block SEMI JOIN frontier USING (mention_id)
),

near AS (
    SELECT mention_id FROM core.mention_block SEMI JOIN near_blocks USING (block_key)
    UNION
    SELECT other_mention_id FROM core.merge_link SEMI JOIN frontier USING (mention_id)
    UNION
    SELECT mention_id FROM core.merge_link WHERE other_mention_id IN (SELECT mention_id FROM frontier)
)

SELECT mention_id FROM near ANTI JOIN part USING (mention_id);

INSERT INTO part FROM next_frontier;

CREATE OR REPLACE TEMP TABLE frontier AS FROM next_frontier;
