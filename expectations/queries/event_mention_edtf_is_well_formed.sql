-- the EDTF string of a row of event_mention is well-formed (ISO 8601-2: dates, sets of dates, and intervals of them)
WITH pattern AS (
    SELECT '[~?%]?-?[0-9X]{4}[~?%]?(-[0-9X]{2}[~?%]?(-[0-9X]{2})?)?[~?%]?(T[0-9:.]+(Z|[+-][0-9:]+)?)?' AS day
), patterns AS (
    SELECT '(' || day || '|[\[{]?(\.\.)?' || day || '((\.\.|,)(' || day || ')?)*[\]}]?)' AS part FROM pattern
)
SELECT mention_id AS row_key, article_id, '"' || edtf || '" is no EDTF string' AS detail
FROM event_mention, patterns
WHERE NOT regexp_full_match(edtf, '(' || part || '|(' || part || '|\.\.)?/(' || part || '|\.\.)?)')
   OR edtf IN ('', '/', '../', '/..');
