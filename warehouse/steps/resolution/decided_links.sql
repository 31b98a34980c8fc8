-- Takes over what people decided of pairs of happenings (temp table link_now); what is new or gone (temp table link_change)
-- counts as a pair that speaks for joining, so that both groups are made anew.
-- Temp tables in: link_now.  Out: link_change.
CREATE OR REPLACE TEMP TABLE link_change AS
SELECT one, other, 1.0::DOUBLE AS weight
FROM (
    (FROM core.happening_link EXCEPT FROM link_now)
    UNION
    (FROM link_now EXCEPT FROM core.happening_link)
);

TRUNCATE core.happening_link;
INSERT INTO core.happening_link FROM link_now;
