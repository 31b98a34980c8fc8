"""The version of each stage: one hash over its rules, its own code and the libraries that it leans on.

What is stored carries the versions of the stages that made it; where one differs, it is made anew at the next run.
Code counts as its syntax tree without docstrings and comments, rules as what they say, so that better words make
nothing anew.  A wheel brings the hashes of its files with it; where there are none, as in a checkout, they are made
here and kept beside the compiled modules, each until its file changes.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

StageName = Literal["reading", "parse", "times", "events", "features", "stories", "scoring", "selection"]
ROOT = Path(__file__).parents[2]
"""Where the packages lie: the repository, or `dateline` in an installed wheel."""
BUILT = "transforms/rules/hashes.json"
"""In a wheel: the hash of each file that counts."""
_KEPT = Path(__file__).parent / "__pycache__" / "hashes.json"
_ENDINGS = (".py", ".toml", ".gz", ".sql")


@dataclass(frozen=True, slots=True)
class Stage:
    """What the version of a stage depends on."""

    parts: tuple[str, ...]
    """Files and folders, code and rules alike, below the packages' folder."""
    libraries: tuple[str, ...] = ()


_VALUES = ("transforms/model.py", "transforms/ids.py")
_EVENT_RULES = "transforms/rules/en/events"
_OTHER_RULES = tuple(f"transforms/rules/{folder}" for folder in ("common", "de", "es", "fr"))
_LINES = f"{_EVENT_RULES}/run_ons.toml"
MERGING_RULES = tuple(f"{_EVENT_RULES}/{name}.toml" for name in ("same_happening", "joining", "predicates"))
"""Rules that no annotation is made with."""
_PARSER = tuple(
    f"transforms/language/{name}.py" for name in ("apostrophes", "kept", "parse", "run_ons", "sentences", "spacy_model")
)
"""Code that makes a parse: all else of the language layer looks at one."""
_NEWS_VALUE = ("transforms/selection/news_value.py", f"{_EVENT_RULES}/news_value.toml")

STAGES: Mapping[StageName, Stage] = {
    "reading": Stage(
        (
            *_VALUES,
            "transforms/readers",
            "transforms/publication_date",
            "transforms/language/detection.py",
            "transforms/language/month_names.py",
        ),
        (
            "charset-normalizer",
            "dateparser",
            "feedparser",
            "lxml",
            "htmldate",
            "markdown-it-py",
            "py3langid",
            "pypdf",
            "trafilatura",
            "warcio",
        ),
    ),
    "parse": Stage((*_PARSER, _LINES), ("nupunkt", "spacy")),
    "times": Stage(
        (*_VALUES, "transforms/times", "transforms/text_kind", "transforms/rules"), ("dateparser", "holidays")
    ),
    "events": Stage(
        (
            *_VALUES,
            "transforms/annotate.py",
            "transforms/events",
            "transforms/furniture",
            "transforms/language",
            "transforms/titles",
            "transforms/rules",
        )
    ),
    "features": Stage(
        (
            *_VALUES,
            "transforms/coreference/features.py",
            "transforms/coreference/codec.py",
            "transforms/coreference/values.py",
            "transforms/coreference/pointing.py",
            "transforms/coreference/predicates.py",
            "transforms/coreference/joining_rules.py",
            f"{_EVENT_RULES}/joining.toml",
            f"{_EVENT_RULES}/predicates.toml",
            "transforms/selection/signs.py",
            "transforms/selection/voice.py",
            *_NEWS_VALUE,
        )
    ),
    "stories": Stage(
        (
            "transforms/stories",
            "transforms/language/salience.py",
            "transforms/language/closed_class.py",
            "transforms/language/names.py",
            "transforms/language/phrases.py",
            "transforms/language/pronouns.py",
            f"{_EVENT_RULES}/closed_class.toml",
            "transforms/rules/tables",
        )
    ),
    "scoring": Stage(
        (
            *_VALUES,
            "transforms/coreference",
            "transforms/disjoint_sets.py",
            *MERGING_RULES,
            "transforms/rules/en/events/names.toml",
            "transforms/rules/tables",
        )
    ),
    "selection": Stage(
        (
            "transforms/coreference/publishable.py",
            "transforms/decisions",
            "transforms/disjoint_sets.py",
            "transforms/selection",
            *_NEWS_VALUE,
            "warehouse/decisions",
            "warehouse/models",
            "warehouse/publication",
        )
    ),
}
_APART: Mapping[StageName, tuple[str, ...]] = {
    "times": (_EVENT_RULES, "transforms/rules/tables"),
    "events": (*_PARSER, *MERGING_RULES, *_NEWS_VALUE, _LINES, "transforms/rules/en/times", *_OTHER_RULES),
    "scoring": ("transforms/coreference/features.py", "transforms/coreference/codec.py"),
    "selection": ("transforms/selection/signs.py",),
}
"""Files within a stage's folders that belong to another."""


@cache
def stage_version(stage: StageName) -> str:
    """Return the version of a stage, here and now."""
    libraries = "|".join(f"{name} {_installed(name)}" for name in STAGES[stage].libraries)
    return hashlib.sha256(f"{stage_hashes(_hashes())[stage]}|{libraries}".encode()).hexdigest()[:16]


def stage_hashes(hashes: Mapping[str, str]) -> dict[StageName, str]:
    """Return one hash a stage, of the hashes of all files by their paths."""
    return {
        name: _digest("|".join(f"{path} {hashes[path]}" for path in sorted(hashes) if _belongs(path, name)))
        for name in STAGES
    }


def file_hashes(root: Path) -> dict[str, str]:
    """Return the hash of each file that counts for a stage, by its path below a folder."""
    return {path: file_hash(root / path) for path in _paths(root)}


def file_hash(path: Path) -> str:
    """Return the hash of what a file says: code without its comments and docstrings, rules without their comments."""
    content = path.read_bytes()
    with suppress(SyntaxError, ValueError):  # what cannot be read is an error where it is used, and is its bytes here
        if path.suffix == ".py":
            return _digest(ast.dump(_bare(ast.parse(content))))
        if path.suffix == ".toml":
            return _digest(json.dumps(tomllib.loads(content.decode("utf-8")), default=str))
        if path.suffix == ".sql":
            lines = content.decode("utf-8").splitlines()
            return _digest("\n".join(line for line in lines if not line.lstrip().startswith("--")))
    return hashlib.sha256(content).hexdigest()


def _bare(tree: ast.Module) -> ast.Module:
    """Return the tree without the strings that stand by themselves."""
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            body[:] = [
                part
                for part in body
                if not (
                    isinstance(part, ast.Expr)
                    and isinstance(part.value, ast.Constant)
                    and isinstance(part.value.value, str)
                )
            ]
    return tree


def _belongs(path: str, stage: StageName) -> bool:
    def within(parts: tuple[str, ...]) -> bool:
        return any(path == part or path.startswith(f"{part}/") for part in parts)

    return within(STAGES[stage].parts) and not within(_APART.get(stage, ()))


def _paths(root: Path) -> Iterator[str]:
    parts = sorted({part for stage in STAGES.values() for part in stage.parts})
    found: set[Path] = set()
    for part in parts:
        found |= {root / part} if (root / part).is_file() else set((root / part).rglob("*"))
    for path in sorted(found):
        if path.suffix in _ENDINGS and path.is_file():
            yield path.relative_to(root).as_posix()


@cache
def _hashes() -> Mapping[str, str]:
    built = ROOT / BUILT
    if built.exists():
        made: dict[str, str] = json.loads(built.read_text(encoding="utf-8"))
        return made
    kept, found = _kept(), {}
    for path in _paths(ROOT):
        stat = (ROOT / path).stat()
        mark = f"{stat.st_mtime_ns} {stat.st_size}"
        before, digest = kept.get(path, ("", ""))
        found[path] = (mark, digest if before == mark else file_hash(ROOT / path))
    if found != kept:
        _keep(found)
    return {path: digest for path, (_, digest) in found.items()}


def _kept() -> dict[str, tuple[str, str]]:
    try:
        said = json.loads(_KEPT.read_text(encoding="utf-8"))
        return {str(path): (str(mark), str(digest)) for path, (mark, digest) in said.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _keep(found: Mapping[str, tuple[str, str]]) -> None:
    beside = _KEPT.with_name(f"{_KEPT.name}.{os.getpid()}")
    with suppress(OSError):  # a folder that cannot be written to costs the time to hash again, no more
        _KEPT.parent.mkdir(exist_ok=True)
        beside.write_text(json.dumps(found), encoding="utf-8")
        beside.replace(_KEPT)


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
