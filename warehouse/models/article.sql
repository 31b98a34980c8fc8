-- One row an article, in the version that was annotated.
INSERT INTO candidate.article BY NAME
SELECT
    article_id,
    version,
    url,
    site,
    title,
    author,
    published,
    published_at,
    published_signal,
    published_precision,
    updated,
    language,
    language_confidence,
    text_kind AS kind,
    kind_reason,
    m.story_id,
    text,
    page_starts,
    content_sha256,
    copy_group,
    first_seen
FROM kept_article
LEFT JOIN (SELECT article_id, story_id FROM story_member) AS m USING (article_id)
ORDER BY article_id
