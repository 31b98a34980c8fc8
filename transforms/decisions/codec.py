"""Decisions as lines of JSON, and back: strict, so that a slip of the hand in the file is found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from transforms.decisions.allowed import require_value
from transforms.decisions.values import (
    ACTIONS,
    ARTICLE_ACTIONS,
    GROUP_ACTIONS,
    Action,
    ArticleRef,
    Decision,
    MentionRef,
    known_action,
)
from transforms.ids import digest

_KEYS = frozenset({"id", "when", "who", "action", "target", "value", "why", "forgotten"})
_MENTION_KEYS = frozenset({"article", "url", "text_sha256", "sentence", "trigger", "nth", "start", "end"})


class DecisionError(ValueError):
    """A line that is no decision: which file, which line, and why."""

    def __init__(self, where: str, line: int, reason: str) -> None:
        super().__init__(f"{where}:{line}: {reason}")


def with_id(decision: Decision) -> Decision:
    """Return the decision with the id that its content gives it: the same decision is made once."""
    return replace(decision, decision_id="d" + digest(dumps(replace(decision, decision_id=""))))


def dumps(decision: Decision) -> str:
    """Return a decision as one line of JSON."""
    line: dict[str, Any] = {
        "id": decision.decision_id,
        "when": decision.decided_at.isoformat(),
        "who": decision.who,
        "action": decision.action,
    }
    if decision.forgotten:
        return json.dumps(line | {"forgotten": True}, ensure_ascii=False)
    line["target"] = _target(decision)
    if decision.action in GROUP_ACTIONS:
        line["value"] = {"mentions": [_mention(m) for m in decision.others]}
    elif decision.value:
        line["value"] = list(decision.value) if decision.action == "actor" else decision.value[0]
    if decision.why:
        line["why"] = decision.why
    return json.dumps(line, ensure_ascii=False)


def loads(text: str, where: str = "decisions.jsonl") -> tuple[Decision, ...]:
    """Return the decisions of a file in the order in which they were made; a line that comes twice counts once.

    Raises:
        DecisionError: where a line is no decision, two of one id differ, or one undoes what is not there.
    """
    found: dict[str, tuple[int, Decision]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                decision = _read(json.loads(line))
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                raise DecisionError(where, number, _reason(error)) from None
            first, known = found.setdefault(decision.decision_id, (number, decision))
            if known != decision:
                raise DecisionError(
                    where, number, f"line {first} has the id {decision.decision_id} too, and says otherwise"
                )
    for number, decision in found.values():
        if decision.undoes and decision.undoes not in found:
            raise DecisionError(where, number, f"it undoes {decision.undoes}, which is not there")
    return in_order(decision for _, decision in found.values())


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return decisions in the order in which they were made."""
    return tuple(sorted(decisions, key=lambda d: d.place))


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"this is no JSON: {error.msg}"
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing"
    return str(error) or "this is no decision"


def _read(line: Any) -> Decision:
    given = _mapping(line, "a decision", _KEYS)
    decided_at = datetime.fromisoformat(_text(given, "when"))
    if decided_at.tzinfo is None:
        raise ValueError("when has no zone: write it as 2025-01-31T12:00:00+00:00")
    action = _action(_text(given, "action"))
    made = Decision(_text(given, "id"), decided_at, _text(given, "who"), action)
    if given.get("forgotten"):
        return replace(made, forgotten=True)
    why = given.get("why", "")
    if not isinstance(why, str):
        raise ValueError("why is a text")
    return _with_target(replace(made, why=why), given["target"], given.get("value"))


def _with_target(made: Decision, target: Any, value: Any) -> Decision:
    action = made.action
    if action == "undo":
        undoes = _text(_mapping(target, "target", frozenset({"decision"})), "decision")
        require_value(action, _values(action, value))
        return replace(made, undoes=undoes)
    if action in ARTICLE_ACTIONS:
        article = _article(_mapping(target, "target", frozenset({"article", "url", "text_sha256"})))
        found = _values(action, value)
        require_value(action, found)
        return replace(made, article=article, value=found)
    mentions = _mentions(target, "target")
    if action in GROUP_ACTIONS:
        return replace(made, mentions=mentions, others=_mentions(value, "value"))
    if len(mentions) != 1:
        raise ValueError(f"{action} names one mention")
    found = _values(action, value)
    require_value(action, found)
    return replace(made, mentions=mentions, value=found)


def _action(word: str) -> Action:
    if action := known_action(word):
        return action
    raise ValueError(f"{word!r} is no action: {', '.join(ACTIONS)}")


def _values(action: Action, value: Any) -> tuple[str, ...]:
    given = [] if value is None else value if action == "actor" and isinstance(value, list) else [value]
    if not all(isinstance(one, str) for one in given):
        raise ValueError(f"the value of {action} is a text")
    return tuple(given)


def _mentions(given: Any, name: str) -> tuple[MentionRef, ...]:
    listed = _mapping(given, name, frozenset({"mentions"}))["mentions"]
    if not isinstance(listed, list) or not listed:
        raise ValueError(f"{name} names no mention")
    return tuple(_one_mention(_mapping(one, "a mention", _MENTION_KEYS)) for one in listed)


def _one_mention(given: Mapping[str, Any]) -> MentionRef:
    return MentionRef(
        _article(given),
        _text(given, "sentence"),
        _text(given, "trigger"),
        _number(given, "nth") or 0,
        _number(given, "start"),
        _number(given, "end"),
    )


def _article(given: Mapping[str, Any]) -> ArticleRef:
    return ArticleRef(_text(given, "article"), _maybe_text(given, "url"), _maybe_text(given, "text_sha256"))


def _mapping(given: Any, name: str, keys: frozenset[str]) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise ValueError(f"{name} is not as it must be")
    if unknown := given.keys() - keys:
        raise ValueError(f"{name} has no {min(unknown)!r}: {', '.join(sorted(keys))}")
    return given


def _text(given: Mapping[str, Any], key: str) -> str:
    value = given[key]
    if not isinstance(value, str) or not value:
        raise ValueError(f"{key} is a text")
    return value


def _maybe_text(given: Mapping[str, Any], key: str) -> str | None:
    return _text(given, key) if given.get(key) is not None else None


def _number(given: Mapping[str, Any], key: str) -> int | None:
    value = given.get(key)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise ValueError(f"{key} is a number from 0")
    return value


def _target(decision: Decision) -> dict[str, Any]:
    if decision.undoes:
        return {"decision": decision.undoes}
    if decision.article:
        return _article_fields(decision.article)
    return {"mentions": [_mention(m) for m in decision.mentions]}


def _mention(m: MentionRef) -> dict[str, Any]:
    places = {"nth": m.nth or None, "start": m.start, "end": m.end}
    given = _article_fields(m.article) | {"sentence": m.sentence, "trigger": m.trigger} | places
    return {key: value for key, value in given.items() if value is not None}


def _article_fields(article: ArticleRef) -> dict[str, Any]:
    given = {"article": article.article_id, "url": article.url, "text_sha256": article.text_sha256}
    return {key: value for key, value in given.items() if value is not None}
