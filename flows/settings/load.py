"""Building the settings: defaults, then `dateline.toml`, then `DATELINE_…` variables, then flags.

Each value knows where it came from.  An unknown name is refused with the name that was probably meant.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, fields, is_dataclass
from pathlib import Path
from types import NoneType
from typing import Any, Final, get_args, get_origin, get_type_hints

from flows.errors import SettingsError
from flows.settings import Settings, SourceSettings

FILE_NAME: Final = "dateline.toml"
PREFIX: Final = "DATELINE_"
OUTSIDE_THE_MODEL: Final = frozenset({"DATELINE_CONFIG", "DATELINE_FLOW", "DATELINE_SERVED_BY", "DATELINE_TRACEBACK"})
"""Variables that are not settings: which file, what a flow was started with and by whom, whether errors show where."""
_TRUE, _FALSE = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Option:
    """One setting of the model: its section ("" at the top), its name and what it may hold."""

    section: str
    name: str
    kind: type
    field: Field[Any]

    @property
    def key(self) -> str:
        """The dotted name: `run.workers`."""
        return f"{self.section}.{self.name}" if self.section else self.name

    @property
    def variable(self) -> str:
        """The environment variable: `DATELINE_RUN_WORKERS`."""
        return PREFIX + self.key.replace(".", "_").upper()

    @property
    def meaning(self) -> str:
        """What it means, one sentence."""
        return str(self.field.metadata["meaning"])

    @property
    def default(self) -> object:
        """The value where nothing else is said."""
        return self.field.default


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings and, for each dotted name, where its value came from."""

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None = None


def options(model: type = Settings, section: str = "") -> Iterator[Option]:
    """Every setting of the model, in its order; sources are tables of their own (`source_options`)."""
    hints = get_type_hints(model)
    for item in fields(model):
        kind = hints[item.name]
        if is_dataclass(kind) and isinstance(kind, type):
            yield from options(kind, item.name)
        elif item.name != "source" or model is not Settings:
            yield Option(section, item.name, _plain_kind(kind), item)


def _plain_kind(kind: Any) -> type:
    """Return the type of a setting that may be left out (`Path | None`): `Path`."""
    if get_origin(kind) is tuple:
        return tuple
    parts: list[type] = [part for part in get_args(kind) if part is not NoneType] or [kind]
    return parts[0]


def source_options() -> tuple[Option, ...]:
    """Return what a `[[source]]` table may hold."""
    return tuple(options(SourceSettings, "source"))


def configure(
    environment: Mapping[str, str], flags: Mapping[str, object] | None = None, file: Path | None = None
) -> Configuration:
    """Build the settings once.

    Args:
        environment: the process' variables.
        flags: dotted names with the values given on the command line; `None` values are flags not given.
        file: the configuration file; where it is `None`, `DATELINE_CONFIG` or `./dateline.toml` if that is there.

    Raises:
        SettingsError: one line that names the place.
    """
    known = {option.key: option for option in options()}
    values: dict[str, object] = {key: option.default for key, option in known.items()}
    origins = dict.fromkeys(known, "default")
    path = _file(environment, file)
    sources: tuple[SourceSettings, ...] = ()
    if path:
        found, sources = _read_file(path, known)
        for key, (value, place) in found.items():
            values[key], origins[key] = value, place
    by_variable = {option.variable: option for option in known.values()}
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in OUTSIDE_THE_MODEL:
            if name not in by_variable:
                raise SettingsError(f"unknown variable {name}{_meant(name, by_variable)}")
            option = by_variable[name]
            values[option.key], origins[option.key] = _from_text(option, environment[name], name), name
    for key, given in (flags or {}).items():
        if given is not None:
            values[key], origins[key] = _checked(known[key], given, f"--{key.rpartition('.')[2]}"), "flag"
    return Configuration(_assemble(values, sources), origins, path)


def _file(environment: Mapping[str, str], file: Path | None) -> Path | None:
    named = file or (Path(environment["DATELINE_CONFIG"]) if environment.get("DATELINE_CONFIG") else None)
    if named:
        if not named.is_file():
            raise SettingsError(f"no configuration file {named}")
        return named
    return Path(FILE_NAME) if Path(FILE_NAME).is_file() else None


def _read_file(
    path: Path, known: Mapping[str, Option]
) -> tuple[dict[str, tuple[object, str]], tuple[SourceSettings, ...]]:
    """Return a file's values, each with its line number, and its sources."""
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: {error}") from error
    sources = table.pop("source", [])
    found: dict[str, tuple[object, str]] = {}
    sections = dict.fromkeys(option.section for option in known.values() if option.section)
    for key, value in _flat(table, sections):
        place = f"{path}:{_line(text, key)}"
        if key not in known:
            meant = _meant(key, sections if isinstance(value, dict) else known)
            raise SettingsError(f"{place}: unknown setting {key!r}{meant}")
        checked = _checked(known[key], value, place)
        found[key] = (path.parent / checked if isinstance(checked, Path) else checked), place
    return found, _sources(sources, path, text)


def _flat(table: Mapping[str, object], sections: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict) and name in sections:
            for key, inner in value.items():
                yield f"{name}.{key}", inner
        else:
            yield name, value


def _sources(tables: object, path: Path, text: str) -> tuple[SourceSettings, ...]:
    known = {option.name: option for option in source_options()}
    if not isinstance(tables, list):
        raise SettingsError(f"{path}:{_line(text, 'source')}: a source is a table of its own: [[source]]")
    made = []
    for nth, table in enumerate(tables):
        values: dict[str, object] = {}
        for name, value in table.items():
            place = f"{path}:{_line(text, f'source.{name}', nth)}"
            if name not in known:
                raise SettingsError(f"{place}: unknown setting {name!r} in [[source]]{_meant(name, known)}")
            values[name] = _checked(known[name], value, place)
        if not values.get("location"):
            raise SettingsError(f"{path}:{_line(text, 'source', nth)}: a [[source]] needs a location")
        location = str(values["location"])
        if "://" not in location:
            values["location"] = str(path.parent / Path(location).expanduser())
        made.append(SourceSettings(**values))  # type: ignore[arg-type]
    return tuple(made)


def _line(text: str, key: str, nth: int = 0) -> int:
    """Return the line on which a key stands; TOML's own reader does not say."""
    section, _, name = key.rpartition(".")
    heading, seen, header_line = "", -1, 1
    for number, line in enumerate(text.splitlines(), start=1):
        if opened := re.match(r"\s*(\[\[?)\s*([^\]\s]+)", line):
            heading = opened[2].strip("\"'")
            seen += heading == "source"
            header_line = number if heading in {section, key} else header_line
            if heading == key and seen == nth:
                return number
        elif heading == section and (section != "source" or seen == nth):
            given = re.match(r"\s*[\"']?([^\s=\"']+)[\"']?\s*=", line)
            if given and given[1] == name:
                return number
    return header_line


def _meant(name: str, known: Mapping[str, object]) -> str:
    """Return the nearest known name, as the end of an error line."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    if not near:
        tails = {key.rpartition(".")[2]: key for key in known}
        near = [tails[tail] for tail in difflib.get_close_matches(name.rpartition(".")[2], tails, n=1, cutoff=0.6)]
    return f"; did you mean {near[0]!r}?" if near else "; `dateline config show` lists all settings"


def _from_text(option: Option, text: str, place: str) -> object:
    """Return the value of an environment variable in the setting's type."""
    lowered = text.strip().lower()
    try:
        if option.kind is bool:
            if lowered not in _TRUE | _FALSE:
                raise ValueError
            return lowered in _TRUE
        if option.kind in {int, float}:
            return _checked(option, option.kind(lowered), place)
    except ValueError:
        raise SettingsError(f"{place}: {text!r} is not {_kind_name(option)}") from None
    if option.kind is tuple:
        return tuple(part.strip() for part in text.split(";") if part.strip())
    return _checked(option, text, place)


def _checked(option: Option, value: object, place: str) -> object:
    """Return the value in the setting's own type, if it is within its limits."""
    kind, limits = option.kind, option.field.metadata
    if option.default is None and value in ("", None):
        return None
    if kind is Path and isinstance(value, str | Path) and str(value):
        return Path(value).expanduser()
    if kind is tuple and isinstance(value, list | tuple) and all(isinstance(v, str) and v.strip() for v in value):
        return tuple(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise SettingsError(f"{place}: {option.key} is {value!r}, not {_kind_name(option)}")
    if limits["choices"] and value not in limits["choices"]:
        raise SettingsError(f"{place}: {option.key} is {value!r}, not one of {', '.join(limits['choices'])}")
    low, high = limits["least"], limits["greatest"]
    if isinstance(value, int | float) and not ((low is None or value >= low) and (high is None or value <= high)):
        edges = [f"at least {low:g}" if low is not None else "", f"at most {high:g}" if high is not None else ""]
        raise SettingsError(f"{place}: {option.key} is {value}, it must be {' and '.join(filter(None, edges))}")
    return value


def _kind_name(option: Option) -> str:
    return {bool: "true or false", int: "a whole number", float: "a number", tuple: "a list of texts"}.get(
        option.kind, "a text"
    )


def _assemble(values: Mapping[str, object], sources: tuple[SourceSettings, ...]) -> Settings:
    hints = get_type_hints(Settings)
    top: dict[str, object] = {"source": sources}
    sections: dict[str, dict[str, object]] = {}
    for key, value in values.items():
        section, _, name = key.rpartition(".")
        if section:
            sections.setdefault(section, {})[name] = value
        else:
            top[name] = value
    top |= {section: hints[section](**inner) for section, inner in sections.items()}
    return Settings(**top)  # type: ignore[arg-type]
