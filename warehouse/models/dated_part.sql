-- Days that stand where a line or a sentence begins, in articles that have many of them (temp table dated_part): what may
-- head the parts of a chronology.  Variable: least_days.
CREATE OR REPLACE TEMP TABLE dated_part AS
WITH headed AS (
    SELECT t.article_id, t.char_start, t.char_end, t.earliest AS day
    FROM core.time_expression AS t
    JOIN (SELECT article_id, text FROM kept_article) AS a USING (article_id)
    ANTI JOIN gone_time_expression AS g ON g.time_expression_id = t.time_expression_id
    WHERE t.earliest = t.latest AND t.timex_type = 'DATE'
        AND regexp_matches(substring(a.text, greatest(1, t.char_start - 3), least(t.char_start, 4)), '(^|\n|[.!?:"”’)]\s)[\s*\\•·–—-]*$')
)

SELECT *
FROM headed
SEMI JOIN (SELECT article_id FROM headed GROUP BY article_id HAVING count(DISTINCT day) >= getvariable('least_days')) USING (article_id)
