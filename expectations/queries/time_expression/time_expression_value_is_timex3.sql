-- the value of an expression is a well-formed TIMEX3 value
-- severity: critical
-- fault: row
-- remedy: a rule or reader is wrong: report it with the article; what failed is kept back until then
SELECT time_expression_id AS row_key, article_id, timex_type || ' "' || value || '" is no TIMEX3 value' AS detail
FROM time_expression
WHERE NOT CASE
    WHEN timex_type IN ('DURATION', 'SET') AND value LIKE 'P%' THEN regexp_full_match(
        value, 'P([0-9X]+(\.[0-9]+)?(Y|M|W|D|Q|S|E|C|L|WE|DE|CE|SP|SU|FA|WI|H))*(T?([0-9X]+(\.[0-9]+)?(H|M|S|MO|MI|AF|EV|NI|DT))+)?')
    ELSE regexp_full_match(
        value, '(PRESENT_REF|PAST_REF|FUTURE_REF|(BC)?[0-9X]{2,4}'
            || '(-(Q[1-4X]|H[12X]|SP|SU|FA|WI|W[0-9X]{2}(-(WE|[1-7X]))?|[0-9X]{2}(-([0-9X]{2}|WE))?))?'
            || '(T([0-9X]{2}(:[0-9X]{2}(:[0-9X]{2}(\.[0-9]+)?)?)?|MO|MI|AF|EV|NI|DT|PM|AM)(Z|[+-][0-9]{2}:?([0-9]{2})?)?)?'
            || '|T([0-9X]{2}(:[0-9X]{2}(:[0-9X]{2})?)?|MO|MI|AF|EV|NI|DT)(Z|[+-][0-9]{2}:?([0-9]{2})?)?'
            || '|FY[0-9X]{4}(-(Q[1-4X]|H[12X]))?)')
END;
