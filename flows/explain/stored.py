"""Why the timeline says what it says: the published rows behind one id, as a tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from flows.explain.decided import add_decisions
from flows.explain.story import explain_story
from flows.explain.tree import Fact, by_rule
from transforms.coreference.publishable import why_left_out
from transforms.writers.wording.dates import when_in_words
from transforms.writers.wording.reasons import reason_in_words
from warehouse.access.timeline import whole_id
from warehouse.storage.errors import NotFoundError
from warehouse.storage.statements import dict_rows

Row = Mapping[str, Any]
TABLES = ("event", "event_mention", "time_expression", "article", "story")
KINDS = {
    "told": "as told",
    "publication": "from when it was reported",
    "corroborated": "from another article",
    "relation": "from another event",
    "decided": "as a person decided",
}


def bounds_in_words(given: Mapping[str, object]) -> str:
    """Bounds that one piece of evidence gives, by name: `on 2025-01-10`, `begun between … and …, ended by …`."""
    if len(given) == 4 and len(set(given.values())) == 1:
        return f"on {given['start_earliest']}"
    begun, ended = (_side(given.get(f"{edge}_earliest"), given.get(f"{edge}_latest")) for edge in ("start", "end"))
    if begun == ended:
        return f"begun and ended {begun}"
    return ", ".join(f"{verb} {side}" for verb, side in (("begun", begun), ("ended", ended)) if side)


def _side(low: object, high: object) -> str:
    if low and high:
        return f"on {low}" if low == high else f"between {low} and {high}"
    return f"on or after {low}" if low else f"on or before {high}" if high else ""


def explain_id(con: DuckDBPyConnection, beginning: str) -> Fact:
    """Return the tree of an event, a mention, a time expression, an article or a story.

    Raises:
        NotFoundError: where no id begins so, or several do.
    """
    missing: NotFoundError | None = None
    for table in TABLES:
        try:
            found = whole_id(con, table, beginning)
        except NotFoundError as error:
            if "more than one" in str(error):
                raise
            missing = error
            continue
        return _EXPLAINED[table](con, found)
    raise NotFoundError(f"nothing published has an id that begins with {beginning!r}") from missing


def explain_event(con: DuckDBPyConnection, event_id: str) -> Fact:
    """Explain an event: its date and why, what the articles say, how its mentions were joined, where it appeared."""
    (event,) = _rows(con, "FROM event WHERE event_id = ?", event_id)
    tree = Fact(f"event {event_id}: {event['title']} ({event['event_type']})")
    when = tree.add(f"when: {when_in_words(event)} (EDTF {event['edtf'] or 'none'}, precision {event['precision']})")
    bounds = _rows(con, "FROM event_bound WHERE event_id = ? ORDER BY value, bound DESC, mention_id", event_id)
    for evidence, rows in grouped(bounds, _EVIDENCE).items():
        _evidence(con, when, dict(zip(_EVIDENCE, evidence, strict=True)), {row["bound"]: row["value"] for row in rows})
    add_decisions(con, tree, event_id)
    for conflict in _rows(con, "FROM event_conflict WHERE event_id = ?", event_id):
        when.add(f"cannot all be true: {conflict['detail']}")
    for name, names in (("who", event["actors"]), ("where", [event["place"]]), ("said by", event["speakers"])):
        if any(names):
            tree.add(f"{name}: {', '.join(filter(None, names))}")
    _figures(con, tree, event_id)
    sql = "FROM event_mention WHERE event_id = ? ORDER BY article_published NULLS LAST, article_id, trigger_start"
    mentions = _rows(con, sql, event_id)
    joins = _rows(con, "FROM event_join WHERE event_id = ? ORDER BY mention_id, other_mention_id", event_id)
    for mention in mentions:
        _mention(con, tree, mention, joins)
    for relation in _rows(con, "FROM event_relation WHERE event_id = ? ORDER BY other_event_id", event_id):
        tree.add(
            f"{relation['relation'].replace('_', ' ')} event {relation['other_event_id']}{by_rule(relation['rule_id'])}"
        )
    _standing(con, tree, event)
    _selection(con, tree, event)
    return tree


def explain_mention(con: DuckDBPyConnection, mention_id: str) -> Fact:
    """Explain a mention, and name the event it belongs to, if any."""
    (mention,) = _rows(con, "FROM event_mention WHERE mention_id = ?", mention_id)
    tree = Fact(f"mention {mention_id}: “{mention['trigger']}” ({mention['event_class']}, {mention['event_type']})")
    _mention(con, tree, mention, [])
    if mention["event_id"]:
        tree.because.append(explain_event(con, mention["event_id"]))
    else:
        tree.add(f"belongs to no event: {why_left_out(mention['reason'] or mention['event_class'])}")
    return tree


def explain_time(con: DuckDBPyConnection, time_expression_id: str) -> Fact:
    """Explain a time expression, and name the mentions it dates."""
    (time,) = _rows(con, "FROM time_expression WHERE time_expression_id = ?", time_expression_id)
    tree = _time(time)
    sql = "SELECT m.* FROM mention_time JOIN event_mention AS m USING (mention_id) WHERE time_expression_id = ?"
    for mention in _rows(con, sql, time_expression_id):
        tree.add(f"dates “{mention['trigger']}” of event {mention['event_id'] or 'none'}: {mention['sentence']}")
    return tree


def explain_article(con: DuckDBPyConnection, article_id: str) -> Fact:
    """Explain an article: how its publication day was decided, and what was found in it."""
    (article,) = _rows(con, "FROM article WHERE article_id = ?", article_id)
    tree = Fact(
        f"article {article_id}: {article['title'] or 'without a title'} ({article['site'] or 'outlet unknown'})"
    )
    signal = f"by {article['published_signal']}" if article["published"] else "no sign of it was believed"
    published = tree.add(f"published: {article['published_at'] or article['published'] or 'unknown'}, {signal}")
    for sign in _rows(con, "FROM article_signal WHERE article_id = ? ORDER BY chosen DESC, source, detail", article_id):
        taken = "taken" if sign["chosen"] else "not taken"
        day = f" ({sign['day']})" if sign["day"] and str(sign["day"]) not in sign["raw"] else ""
        published.add(f"{sign['field']} {sign['raw']!r}{day} in {sign['source']} {sign['detail']}: {taken}")
    for piece in _furniture(con, article_id):
        by = f"rule {piece['rule_id']}" if piece["rule_id"] else "other pages of its outlet"
        tree.add(f"furniture from {piece['char_start']} to {piece['char_end']}: {piece['reason']} ({by})")
    sql = "FROM event_mention WHERE article_id = ? AND event_id IS NOT NULL ORDER BY trigger_start"
    for mention in _rows(con, sql, article_id):
        tree.add(f"“{mention['trigger']}” → event {mention['event_id']} ({mention['modality']})")
    return tree


def _furniture(con: DuckDBPyConnection, article_id: str) -> list[dict[str, Any]]:
    """Return the furniture of an article; files published by earlier releases have no such table."""
    if not _rows(con, "FROM duckdb_tables() WHERE table_name = 'article_furniture'"):
        return []
    return _rows(con, "FROM article_furniture WHERE article_id = ? ORDER BY char_start", article_id)


_EXPLAINED = {
    "event": explain_event,
    "event_mention": explain_mention,
    "time_expression": explain_time,
    "article": explain_article,
    "story": explain_story,
}


_EVIDENCE = ("kind", "rule_id", "mention_id", "time_expression_id", "other_event_id", "used")


def grouped(rows: Iterable[Row], columns: Sequence[str]) -> dict[tuple[Any, ...], list[Row]]:
    """Return the rows grouped by these columns, in the order of each group's first."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[column] for column in columns), []).append(row)
    return found


def _evidence(con: DuckDBPyConnection, when: Fact, evidence: Row, bounds: Mapping[str, object]) -> None:
    kind = KINDS.get(evidence["kind"], evidence["kind"])
    left = "" if evidence["used"] else " (left aside: it contradicts the rest, or a person decided otherwise)"
    by = "" if evidence["kind"] == "decided" else by_rule(evidence["rule_id"])
    fact = when.add(f"{bounds_in_words(bounds)}, {kind}{by}{left}")
    for time in _rows(con, "FROM time_expression WHERE time_expression_id = ?", evidence["time_expression_id"]):
        fact.because.append(_time(time))
    if evidence["other_event_id"]:
        fact.add(f"event {evidence['other_event_id']}")
    elif evidence["kind"] == "publication" and evidence["mention_id"]:
        sql = "SELECT article_id, article_published FROM event_mention WHERE mention_id = ?"
        for mention in _rows(con, sql, evidence["mention_id"]):
            fact.add(f"article {mention['article_id']} was published on {mention['article_published']}")


def _time(time: Row) -> Fact:
    days = f"{time['earliest'] or 'unknown'} to {time['latest'] or 'unknown'}"
    fact = Fact(f"“{time['text']}” in {time['article_id']}: {time['timex_type']} {time['value']}, days {days}")
    if time["rule_id"]:
        fact.add(f"rule {time['rule_id']}")
    if time["anchor_date"]:
        fact.add(f"reckoned from {time['anchor_date']}: {time['anchor_reason']}")
    elif time["anchor_reason"]:
        fact.add(time["anchor_reason"])
    return fact


def _mention(con: DuckDBPyConnection, tree: Fact, mention: Row, joins: Sequence[Row]) -> None:
    where = (
        f"{mention['article_id']} ({mention['site'] or 'outlet unknown'}, {mention['article_published'] or 'undated'})"
    )
    fact = tree.add(f"told in {where}{_page(con, mention)}: “{mention['sentence']}”")
    cue = f"cue “{mention['modality_cue']}”" if mention["modality_cue"] else ""
    fact.add(f"word “{mention['trigger']}”{by_rule(mention['rule_id'])}, mention {mention['mention_id']}")
    fact.add(f"{mention['modality']}{by_rule(mention['modality_rule'], cue)}")
    for said in _rows(con, "FROM attribution WHERE mention_id = ? ORDER BY depth", mention["mention_id"]):
        fact.add(f"said by {said['speaker'] or 'someone unnamed'} ({said['speaker_kind']}), cue “{said['cue']}”")
    for role in _rows(con, "FROM mention_time WHERE mention_id = ?", mention["mention_id"]):
        fact.add(f"time {role['time_expression_id']} gives its {role['role']}: {role['reason']}")
    if mention["when_reason"]:
        fact.add(f"when: {reason_in_words(mention['when_reason'])}{by_rule(mention['when_reason'])}")
    for join in joins:
        if join["mention_id"] == mention["mention_id"]:
            fact.add(f"joined with {join['other_mention_id']}: {', '.join(join['reasons'])}")


def _page(con: DuckDBPyConnection, mention: Row) -> str:
    """Return the page on which a mention stands, where its document has pages."""
    (article,) = _rows(con, "FROM article WHERE article_id = ?", mention["article_id"])
    # Files that an earlier dateline published have no such column.
    starts = article.get("page_starts")
    return f", page {sum(start <= mention['trigger_start'] for start in starts)}" if starts else ""


def _figures(con: DuckDBPyConnection, tree: Fact, event_id: str) -> None:
    figures = _rows(con, "FROM quantity WHERE event_id = ? ORDER BY measure, as_of NULLS LAST, mention_id", event_id)
    for figure in figures:
        who = figure["speaker"] or figure["site"] or "the article"
        later = ", given up later" if figure["superseded"] else ""
        tree.add(f"{figure['measure']}: “{figure['text']}” according to {who}{later}")


def _standing(con: DuckDBPyConnection, tree: Fact, event: Row) -> None:
    published = _rows(con, "FROM publication ORDER BY version DESC LIMIT 1")
    version = f"version {published[0]['version']}" if published else "what is built"
    if event["on_timeline"]:
        tree.add(f"on the timeline of {version}" + (f" ({event['reason']})" if event["reason"] else ""))
    else:
        tree.add(f"left out of the timeline of {version}: {why_left_out(event['reason'] or event['modality'])}")


def _selection(con: DuckDBPyConnection, tree: Fact, event: Row) -> None:
    """Add the event's level and importance, with the reasons."""
    if event["level"] is None:
        return
    reasons = _rows(con, "FROM event_reason WHERE event_id = ? ORDER BY abs(weight) DESC, reason", event["event_id"])
    level = tree.add(f"level: {event['level']}")
    for reason in reasons:
        if reason["about"] == "level":
            level.add(reason["reason"])
    for parent in _rows(con, "FROM event WHERE event_id = ?", event["parent_event_id"]):
        level.add(f"under event {parent['event_id']}: {parent['title']}")
    importance = tree.add(f"importance: {event['importance']:.2f}")
    for reason in reasons:
        if reason["about"] == "importance":
            importance.add(f"{reason['weight']:+.2f} {reason['reason']}")


def _rows(con: DuckDBPyConnection, sql: str, *values: object) -> list[dict[str, Any]]:
    return dict_rows(con.execute(sql, list(values)))
