"""One article's annotation as rows of core: pure, a row a dictionary, a table a list of them."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.coreference.codec import dumps, salient_dumps
from transforms.coreference.features import annotation_mention_ids
from transforms.coreference.publishable import left_out
from transforms.coreference.values import MergeMention
from transforms.ids import time_expression_id
from transforms.language.names import described, name_key
from transforms.model import Annotation, EventMention, Statement, TimeExpression, When
from warehouse.intake.value_columns import Row, value_columns

TABLES = (
    "article_furniture",
    "article_sentence",
    "time_expression",
    "event_mention",
    "mention_time",
    "mention_bound",
    "attribution",
    "statement",
    "actor",
    "place",
    "quantity",
    "relation",
    "merge_article",
    "merge_mention",
)
_BETWEEN_SPANS = " … "


def rows(annotation: Annotation, merging: Sequence[MergeMention]) -> dict[str, list[Row]]:
    """Return one article's rows for each of `TABLES`."""
    article_id, text = annotation.article.article_id, annotation.article.text
    times = [time_expression_id(article_id, t.span.start, t.span.end, t.text) for t in annotation.times]
    mentions = annotation_mention_ids(annotation)
    tables: dict[str, list[Row]] = {table: [] for table in TABLES}
    tables["time_expression"] = [_time_row(article_id, nth, times[nth], t) for nth, t in enumerate(annotation.times)]
    for nth, event in enumerate(annotation.events):
        key = {"article_id": article_id, "mention_id": mentions[nth]}
        tables["event_mention"].append(key | _mention_row(text, nth, event, mentions) | _innermost(text, event))
        _dating_rows(tables, key, event, times, mentions)
        _taking_part_rows(tables, key, event)
        tables["attribution"].extend(
            key | {"depth": depth} | _statement_row(text, said) for depth, said in enumerate(event.chain)
        )
    tables["statement"] = [
        {"article_id": article_id, "nth": nth} | _statement_row(text, said)
        for nth, said in enumerate(annotation.statements)
    ]
    tables["relation"] = [
        {
            "article_id": article_id,
            "mention_id": mentions[r.first],
            "relation": r.relation,
            "other_mention_id": mentions[r.second],
            "rule_id": r.rule_id,
            "cue": r.cue.of(text) if r.cue else None,
        }
        for r in annotation.relations
    ]
    tables["article_furniture"] = [{"article_id": article_id} | value_columns(f) for f in annotation.furniture]
    tables["article_sentence"] = [
        {"article_id": article_id, "is_foreign": s.foreign} | value_columns(s, "foreign") for s in annotation.sentences
    ]
    if merging:
        tables["merge_article"] = [{"article_id": article_id, "salient": salient_dumps(merging[0].salient)}]
    tables["merge_mention"] = [
        {"article_id": article_id, "mention_id": m.mention_id, "features": dumps(m)} for m in merging
    ]
    return tables


def _time_row(article_id: str, nth: int, key: str, t: TimeExpression) -> Row:
    kept = value_columns(t, "anchor_kind", "anchor_direction", "stamp")
    return {"time_expression_id": key, "article_id": article_id, "nth": nth} | kept


def _mention_row(text: str, nth: int, event: EventMention, mentions: Sequence[str]) -> Row:
    mention, judgement = event.mention, event.judgement
    reason = left_out(mention.event_class, judgement.modality)
    return {
        "nth": nth,
        **value_columns(mention, "text", "head", "serves", "in_passing"),
        "sentence": mention.sentence.of(text),
        "trigger": mention.text,
        "serves_mention_id": None if mention.serves is None else mentions[mention.serves],
        **value_columns(judgement, "rule_id", "cue", "denied", "averted"),
        "modality_rule": judgement.rule_id,
        "modality_cue": judgement.cue.of(text) if judgement.cue else None,
        "on_timeline": reason is None,
        "reason": reason,
        **when_columns(event.when),
        "when_reason": event.when.reason if event.when else None,
        "signs": list(event.signs),
        "under_mention_id": None if event.under is None else mentions[event.under],
    }


def when_columns(when: When | None) -> Row:
    """Return when something happened as columns; a kind of happening has no day."""
    if when is None:
        return {"precision": "unknown", "dated": False, "approximate": False, "ongoing": False}
    return value_columns(when, "reason", "evidence", "times") | {"edtf": when.edtf or None}


def _innermost(text: str, event: EventMention) -> Row:
    """Who says so, of the chain the one nearest to the mention."""
    if not event.chain:
        return {}
    said = _statement_row(text, event.chain[-1])
    speaker = said["speaker_name"] or (said["speaker"] and described(said["speaker"]))
    return {"speaker": speaker} | {name: said[name] for name in ("speaker_kind", "cue", "content")}


def _dating_rows(
    tables: dict[str, list[Row]], key: Row, event: EventMention, times: Sequence[str], mentions: Sequence[str]
) -> None:
    if event.when is None:
        return
    tables["mention_time"].extend(
        key | {"time_expression_id": times[t.time], "role": t.role, "reason": t.reason} for t in event.when.times
    )
    tables["mention_bound"].extend(
        key
        | {
            "bound": e.bound,
            "value": e.value,
            "kind": e.kind,
            "rule_id": e.rule_id,
            "time_expression_id": None if e.time is None else times[e.time],
            "other_mention_id": None if e.mention is None else mentions[e.mention],
        }
        for e in event.when.evidence
    )


def _taking_part_rows(tables: dict[str, list[Row]], key: Row, event: EventMention) -> None:
    tables["actor"].extend(
        key | {"nth": nth, "name_key": name_key(a.name)} | value_columns(a) for nth, a in enumerate(event.actors)
    )
    tables["quantity"].extend(key | {"nth": nth} | value_columns(q) for nth, q in enumerate(event.quantities))
    if event.place:
        tables["place"].append(key | value_columns(event.place))


def _statement_row(text: str, said: Statement) -> Row:
    return {
        "speaker": said.source.of(text) if said.source else None,
        "speaker_name": said.source_name,
        "speaker_kind": said.source_kind,
        "cue": said.cue.of(text),
        "content": _BETWEEN_SPANS.join(span.of(text) for span in said.content),
        "speaker_start": said.source.start if said.source else None,
        "speaker_end": said.source.end if said.source else None,
        "cue_start": said.cue.start,
        "cue_end": said.cue.end,
        "content_spans": [{"span_start": span.start, "span_end": span.end} for span in said.content],
        "rule_id": said.rule_id,
    }
