-- no more mentions on the timeline are of type other than the settings allow
-- severity: warning
-- remedy: add the frequent words of type other to the lexicon of event types
SELECT 'event_mention' AS row_key, NULL AS article_id,
       round(100 * avg(CAST(event_type = 'other' AS INTEGER)), 1) || ' % of ' || count(*) || ' mentions are of type other' AS detail
FROM event_mention
WHERE on_timeline
HAVING avg(CAST(event_type = 'other' AS INTEGER)) > coalesce(getvariable('other_types_at_most'), 0.25);
