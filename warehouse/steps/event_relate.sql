-- Relations told between mentions become relations between events that were just made (temp table stale_member holds their
-- mentions), and where narrowing must begin (temp table network_event).
CREATE OR REPLACE TEMP TABLE made_event AS
SELECT DISTINCT event_id FROM core.event_member SEMI JOIN stale_member USING (mention_id);

CREATE OR REPLACE TEMP TABLE made_relation AS
SELECT a.event_id, l.relation, b.event_id AS other_event_id, l.mention_id, min(l.other_mention_id) AS other_mention_id, l.rule_id, true AS used
FROM core.merge_link AS l
JOIN core.event_member AS a USING (mention_id)
JOIN core.event_member AS b ON b.mention_id = l.other_mention_id
WHERE l.relation <> 'serves'
    AND a.event_id <> b.event_id
    AND (a.event_id IN (FROM made_event) OR b.event_id IN (FROM made_event))
GROUP BY ALL;

INSERT INTO core.event_relation BY NAME FROM made_relation;

CREATE OR REPLACE TEMP TABLE network_event AS
SELECT event_id FROM made_relation
UNION
SELECT other_event_id FROM made_relation
UNION
SELECT event_id FROM loosened SEMI JOIN core.event USING (event_id);

CREATE OR REPLACE TEMP TABLE frontier AS FROM network_event;
