-- What people decided, and what became of it (temp table decision_outcome).
INSERT INTO candidate.decision BY NAME
FROM decision_outcome
ORDER BY decided_at, decision_id
