-- What people decided, in a published file (attached as old), into a new one (new), without the words of an article (temp tables
-- gone_event, gone_mention, hit_event).  Variable: article_id.
-- Temp tables in: gone_event, gone_mention, hit_event.  Out: quoting_decision.
CREATE OR REPLACE TEMP TABLE quoting_decision AS
SELECT decision_id
FROM old.decision
WHERE article_id = getvariable('article_id')
    OR event_id IN (SELECT event_id FROM hit_event)
    OR mention_id IN (SELECT mention_id FROM gone_mention)
    OR EXISTS (FROM gone_mention AS g WHERE contains(concat_ws(' ', target, value, why, said), g.sentence));

INSERT INTO new.decision BY NAME
SELECT
    * REPLACE (
        CASE WHEN q.decision_id IS NULL THEN target END AS target,
        CASE WHEN q.decision_id IS NULL THEN value END AS value,
        CASE WHEN q.decision_id IS NULL THEN why END AS why,
        CASE WHEN q.decision_id IS NULL THEN said END AS said,
        CASE WHEN event_id NOT IN (SELECT event_id FROM gone_event) THEN event_id END AS event_id,
        CASE WHEN mention_id NOT IN (SELECT mention_id FROM gone_mention) THEN mention_id END AS mention_id,
        CASE WHEN article_id <> getvariable('article_id') THEN article_id END AS article_id,
        []::VARCHAR[] AS nearest
    )
FROM old.decision AS d
LEFT JOIN quoting_decision AS q USING (decision_id);
