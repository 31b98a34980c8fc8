-- The figures told of the events that a page shows, rivals together.
FROM quantity WHERE event_id IN (FROM shown_event) ORDER BY event_id, measure, rival_group, as_of NULLS LAST, mention_id, char_start;
