-- The key events of each story that may say what it is about, best first: what belongs to the story itself, then what has no
-- date, then what lies apart.  A dozen is enough to find three of different types.
WITH placed AS (
    SELECT
        s.story_id, e.*,
        CASE WHEN e.dated AND coalesce(e.section, 'story') = 'story' THEN 0 WHEN NOT e.dated THEN 1 ELSE 2 END AS apart,
        row_number() OVER (ORDER BY section_rank(coalesce(e.section, 'story')), e.sort_date NULLS LAST, e.day_position NULLS LAST, e.event_id) AS position
    FROM story_event AS s JOIN timeline AS e USING (event_id)
)

FROM placed
QUALIFY row_number() OVER (PARTITION BY story_id ORDER BY apart, importance DESC NULLS LAST, position) <= 12
ORDER BY story_id, apart, importance DESC NULLS LAST, position;
