-- What merging reads of a mention holds when and where it happened, and its figures, as values of their own.  Articles that an
-- earlier dateline annotated are merged by these lines until they are annotated anew; no span is known of them, and none is read.
CREATE OR REPLACE TEMP MACRO with_span(given) AS json_merge_patch(given, '{"span": {"start": 0, "end": 1}}'::JSON);

CREATE OR REPLACE TEMP MACRO figures(given) AS CASE
    WHEN given IS NOT NULL THEN to_json(list_transform(given::JSON[], lambda q: with_span(q)))
END;

UPDATE core.merge_mention
SET features = json_merge_patch(
    features::JSON,
    json_object(
        'when', CASE WHEN json_exists(features, '$.kind') THEN json_object(
            'kind', features -> '$.kind',
            'start', coalesce(features -> '$.start', '{}'::JSON),
            'end', coalesce(features -> '$.end', '{}'::JSON),
            'edtf', coalesce(features ->> '$.edtf', ''),
            'precision', coalesce(features ->> '$.precision', 'unknown'),
            'reason', coalesce(features ->> '$.reason', ''),
            'dated', coalesce((features ->> '$.dated')::BOOLEAN, false),
            'approximate', coalesce((features ->> '$.approximate')::BOOLEAN, false),
            'ongoing', coalesce((features ->> '$.ongoing')::BOOLEAN, false),
            'local_time', features -> '$.local_time',
            'zone', features -> '$.zone'
        ) END,
        'place', CASE WHEN json_exists(features, '$.place') THEN with_span(json_object(
            'text', features -> '$.place',
            'name', features -> '$.place',
            'country', features -> '$.country',
            'latitude', features -> '$.latitude',
            'longitude', features -> '$.longitude',
            'geoname_id', features -> '$.geoname_id'
        )) END,
        'quantities', figures(features -> '$.quantities'),
        'effects', figures(features -> '$.effects')
    )
)
WHERE NOT json_exists(features, '$.when');

DROP MACRO with_span;
DROP MACRO figures;
