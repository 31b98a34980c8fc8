-- Which figures conflict, and who gave them?
SELECT
    event_title,
    measure,
    figure.text AS told,
    figure.low,
    figure.high,
    coalesce(figure.speaker, '(the article itself)') AS speaker,
    figure.site,
    figure.as_of,
    figure.superseded,
    event_id
FROM (SELECT *, unnest(figures) AS figure FROM rival_figure)
ORDER BY event_id, measure, rival_group, figure.as_of NULLS LAST, figure.low NULLS LAST
