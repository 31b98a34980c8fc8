-- The events that a page shows, in the timeline's own order: the story by day, then what stands apart from it.
FROM event WHERE event_id IN (FROM shown_event)
ORDER BY section_rank(coalesce(section, 'story')), sort_date NULLS LAST, day_position NULLS LAST, event_id;
