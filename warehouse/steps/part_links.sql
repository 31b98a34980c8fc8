-- The part's mentions, numbered, each beside the first mention of every block it is in, and beside those it is related to.
CREATE OR REPLACE TEMP TABLE part_numbered AS
SELECT mention_id, (row_number() OVER (ORDER BY mention_id) - 1)::INTEGER AS n
FROM part
SEMI JOIN core.merge_mention USING (mention_id);

CREATE OR REPLACE TEMP TABLE part_link AS
SELECT n AS one, min(n) OVER (PARTITION BY block_key) AS other
FROM core.mention_block
JOIN part_numbered USING (mention_id)
UNION
SELECT a.n, b.n
FROM core.merge_link AS r
JOIN part_numbered AS a ON a.mention_id = r.mention_id
JOIN part_numbered AS b ON b.mention_id = r.other_mention_id;
