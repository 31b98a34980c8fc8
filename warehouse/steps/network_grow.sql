-- One step outward: the events that a relation ties to the frontier become the next frontier.
CREATE OR REPLACE TEMP TABLE next_frontier AS
SELECT event_id
FROM (
    SELECT other_event_id AS event_id FROM core.event_relation WHERE event_id IN (FROM frontier)
    UNION
    SELECT event_id FROM core.event_relation WHERE other_event_id IN (FROM frontier)
)
ANTI JOIN network_event USING (event_id);

INSERT INTO network_event FROM next_frontier;

CREATE OR REPLACE TEMP TABLE frontier AS FROM next_frontier;
