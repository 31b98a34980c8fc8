-- This version's own row in the candidate, after those of the versions before.
-- Temp tables in: none.  Out: none.
INSERT INTO candidate.publication BY NAME
SELECT p.* FROM ops.publication AS p WHERE p.version < $version
UNION ALL BY NAME
SELECT
    $version::INTEGER AS version,
    $published_at::TIMESTAMP AS published_at,
    $run_id::VARCHAR AS run_id,
    $digest::VARCHAR AS digest,
    (SELECT max(rules_version) FROM core.article) AS rules_version,
    (
        SELECT map_from_entries(list(struct_pack(k := name, v := hash) ORDER BY name))
        FROM ops.ruleset
        WHERE rules_version = (SELECT max(rules_version) FROM core.article)
    ) AS rules,
    $events::BIGINT AS events,
    $on_timeline::BIGINT AS on_timeline,
    $dated::BIGINT AS dated,
    $mentions::BIGINT AS mentions,
    $articles::BIGINT AS articles
ORDER BY version
