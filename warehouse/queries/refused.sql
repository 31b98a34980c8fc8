-- What was refused, why, and what can be done about it?
SELECT last_seen, stage, source, location, reason_code, detail, remedy
FROM quarantine
ORDER BY last_seen DESC, source, location, reason_code
