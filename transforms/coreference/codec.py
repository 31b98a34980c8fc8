"""What merging reads of a mention as a line of JSON, and back: any frozen value, field by field.

A field that has its default is left out, so that a new one costs stored lines nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from transforms.coreference.values import MergeMention
from transforms.language.salience import Salient

_OF_ARTICLE = "salient"
"""The field that all mentions of an article share, which the store keeps once."""


class _Field(NamedTuple):
    name: str
    default: Any
    read: Callable[[Any], Any] | None
    """Makes the value of what JSON has; `None` where JSON has it as it is."""


_KNOWN: dict[type, tuple[_Field, ...]] = {}
"""The fields of each kind of value that was met."""


def dumps(mention: MergeMention) -> str:
    """Return a mention as one line of JSON, without its article's salient words; `loads` reads it back."""
    return json.dumps(_plain(mention, _OF_ARTICLE), ensure_ascii=False)


def loads(line: str, salient: tuple[Salient, ...]) -> MergeMention:
    """Return the mention that `dumps` wrote, in an article with these salient words."""
    mention: MergeMention = _value(MergeMention, json.loads(line) | {_OF_ARTICLE: salient})
    return mention


def salient_dumps(salient: Iterable[Salient]) -> str:
    """Return an article's salient words as one line of JSON."""
    return json.dumps(list(salient), ensure_ascii=False)


def salient_loads(line: str) -> tuple[Salient, ...]:
    """Return the salient words that `salient_dumps` wrote."""
    return tuple(map(Salient._make, json.loads(line)))


# Field by field: dataclasses.asdict copies every value deeply, which cost more than merging itself.
def _plain(value: Any, without: str = "") -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    given = ((f.name, getattr(value, f.name), f.default) for f in _fields(type(value)) if f.name != without)
    return {name: _plain(held) for name, held, default in given if held is not default and held != default}


def _value(kind: type[Any], row: dict[str, Any]) -> Any:
    return kind(**{f.name: f.read(row[f.name]) if f.read else row[f.name] for f in _fields(kind) if f.name in row})


def _fields(kind: type[Any]) -> tuple[_Field, ...]:
    if kind not in _KNOWN:
        _KNOWN[kind] = tuple(_read_fields(kind))
    return _KNOWN[kind]


def _read_fields(kind: type[Any]) -> Iterator[_Field]:
    hints = get_type_hints(kind)
    for f in fields(kind):
        yield _Field(f.name, f.default, None if f.name == _OF_ARTICLE else _reader(hints[f.name]))


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    """Return what makes a value of this type of what JSON has; `None` where there is nothing to do."""
    if get_origin(hint) in (UnionType, Union):
        (inner,) = (one for one in get_args(hint) if one is not NoneType)
        read = _reader(inner)
        return read and (lambda given: None if given is None else read(given))
    if get_origin(hint) is tuple:
        each = _reader(get_args(hint)[0])
        return (lambda given: tuple(map(each, given))) if each else tuple
    if hint is date:
        return _day
    return (lambda given: _value(hint, given)) if isinstance(hint, type) and is_dataclass(hint) else None


@cache
def _day(text: str) -> date:
    return date.fromisoformat(text)
