-- the EDTF string of a row of time_expression is well-formed (ISO 8601-2: dates, sets of dates, and intervals of them)
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT time_expression_id AS row_key, article_id, '"' || edtf || '" is no EDTF string' AS detail
FROM time_expression
WHERE NOT regexp_full_match(
        edtf,
        -- A constant, put together from its parts: a pattern out of a column would be compiled anew for every row.
        replace(replace(
            '(part|(part|\.\.)?/(part|\.\.)?)',
            'part', '(day|[\[{]?(\.\.)?day((\.\.|,)(day)?)*[\]}]?)'),
            'day', '[~?%]?-?[0-9X]{4}[~?%]?(-[0-9X]{2}[~?%]?(-[0-9X]{2})?)?[~?%]?(T[0-9:.]+(Z|[+-][0-9:]+)?)?'))
   OR edtf IN ('', '/', '../', '/..');
