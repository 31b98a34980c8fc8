-- Drops what core knows of some articles (temp table annotated_article), marking what must be merged again.
-- Temp tables in: annotated_article.  Out: none.
INSERT INTO core.touched_mention
SELECT DISTINCT mention_id FROM core.event_mention SEMI JOIN annotated_article USING (article_id);

DELETE FROM core.happening_block
WHERE number IN (SELECT number FROM core.happening SEMI JOIN annotated_article USING (article_id) WHERE state = 'new');
DELETE FROM core.happening_mention
WHERE number IN (SELECT number FROM core.happening SEMI JOIN annotated_article USING (article_id) WHERE state = 'new');
DELETE FROM core.happening WHERE state = 'new' AND article_id IN (SELECT article_id FROM annotated_article);
UPDATE core.happening SET state = 'gone' WHERE state = 'held' AND article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.loosened_article WHERE article_id IN (SELECT article_id FROM annotated_article);

INSERT INTO core.touched_sentence
SELECT DISTINCT hash FROM core.article_sentence SEMI JOIN annotated_article USING (article_id);

DELETE FROM core.article_furniture WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.article_sentence WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.time_expression WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.event_mention WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.mention_time WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.mention_bound WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.attribution WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.statement WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.actor WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.place WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.quantity WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.relation WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.merge_article WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.merge_mention WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM core.merge_link WHERE article_id IN (SELECT article_id FROM annotated_article);
DELETE FROM ops.withheld WHERE article_id IN (SELECT article_id FROM annotated_article);
