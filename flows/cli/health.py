"""Checks that this machine and this store are fit for dateline, each with what to do if it fails."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from flows.orchestration.server import find_server
from flows.settings import Settings

if TYPE_CHECKING:
    from warehouse.storage.store import Store

LEAST_PYTHON = (3, 11)
LEAST_FREE_GIGABYTES = 1.0
PACKAGES = (
    "click",
    "dateparser",
    "duckdb",
    "great-expectations",
    "nupunkt",
    "prefect",
    "pyarrow",
    "rich",
    "spacy",
    "trafilatura",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was checked."""

    name: str
    found: str
    fit: bool
    remedy: str = ""


def facts(settings: Settings) -> Iterator[Fact]:
    """Return a fact for everything that a run needs, in the order in which it needs it."""
    yield _python()
    yield from _packages()
    yield _model(settings.annotate.model)
    yield _disk(settings.store)
    yield from _store(settings.store)
    yield _server(settings)


def _python() -> Fact:
    fit = sys.version_info[:2] >= LEAST_PYTHON
    return Fact("python", f"{platform.python_version()} on {platform.system()}", fit, "install Python 3.11 or newer")


def _packages() -> Iterator[Fact]:
    for name in PACKAGES:
        try:
            yield Fact(name, version(name), True)
        except PackageNotFoundError:
            yield Fact(name, "missing", False, f"pip install {name}")
    if sys.flags.dont_write_bytecode:
        yield Fact(
            "compiled modules", "switched off", True, "unset PYTHONDONTWRITEBYTECODE: imports take 2-4 times as long"
        )


def _model(name: str) -> Fact:
    for module in (name.replace("-", "_"), "en_core_web_sm"):
        found = find_spec(module)
        if found and found.submodule_search_locations:
            folder = Path(next(iter(found.submodule_search_locations)))
            return Fact("language model", f"{module} {_release(module)}, sha256 {files_hash(folder)[:16]}", True)
    return Fact("language model", f"{name} is not installed", False, f"pip install {name}")


def _release(module: str) -> str:
    try:
        return version(module)
    except PackageNotFoundError:
        return "of no known version"


def files_hash(folder: Path) -> str:
    """Return the SHA-256 of the names and contents of a folder's files, without compiled ones."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            total.update(file.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _disk(store: Path) -> Fact:
    place = next(folder for folder in (store.resolve(), *store.resolve().parents) if folder.exists())
    free = shutil.disk_usage(place).free / 1e9
    return Fact("disk", f"{free:.1f} GB free at {place}", free >= LEAST_FREE_GIGABYTES, "free some space")


def _store(path: Path) -> Iterator[Fact]:
    from warehouse.storage.errors import WarehouseError
    from warehouse.storage.store import Store
    from warehouse.writer import open_writer

    store = Store(path)
    if not path.exists() or not any(path.iterdir()):
        yield Fact("store", f"{path}: not there yet", True, "the first run makes it")
        return
    if not os.access(path, os.W_OK):
        yield Fact("store", f"{path}: may not be written", False, "mend its permissions")
        return
    try:
        with open_writer(store):
            yield Fact("store", str(path), True)
    except WarehouseError as error:
        yield Fact("store", str(error), False, "see the message")
    yield from _files(store)


def _files(store: Store) -> Iterator[Fact]:
    """Every file of the store, read to its last row."""
    from warehouse.storage.integrity import damage, remedy

    versions = [(f"version {number}", store.version(number)) for number in store.kept_versions()]
    named = [("warehouse", store.warehouse), ("published file", store.timeline), *versions]
    for name, file in [*named, ("quality", store.quality), ("candidate", store.candidate)]:
        if not file.exists():
            if name == "published file" and versions:
                yield Fact(name, f"{file} is gone", False, remedy(file))
            continue
        reason = damage(file, thorough=True)
        if reason and "lock on file" in reason.lower():
            yield Fact(name, f"{file}: a run is writing to it", True)
        elif reason:
            yield Fact(name, f"{file}: {reason}", False, remedy(file))
        else:
            yield Fact(name, _published(file) if name == "published file" else f"{file} is whole", True)
    yield from _pages(store)
    yield from _parses(store)
    yield from _fetched(store)


def _parses(store: Store) -> Iterator[Fact]:
    from warehouse.storage.kept_parses import parses_damage

    if store.parses.exists():
        reason = parses_damage(store.parses)
        said = f"{store.parses}: {reason}" if reason else f"{store.parses} is whole"
        yield Fact("kept parses", said, reason is None, "the next run that needs it drops it and makes it anew")


def _published(file: Path) -> str:
    from warehouse.storage.connect import open_file

    with open_file(file) as con:
        row = con.execute("SELECT version, on_timeline FROM publication ORDER BY version DESC LIMIT 1").fetchone()
        shown = con.execute("SELECT count(*) FROM timeline").fetchone()
    version, published = row or (0, 0)
    return f"version {version}: {shown[0] if shown else 0} events on the timeline, {published} with their details"


def _pages(store: Store) -> Iterator[Fact]:
    """Find whether the folder of pages and feeds, where there is one, shows what is published."""
    from flows.outputs.site_folder import missing_files, version_of
    from warehouse.storage.connect import open_file
    from warehouse.storage.integrity import damage

    if not store.site.exists() or not store.timeline.exists() or damage(store.timeline):
        return
    with open_file(store.timeline) as con:
        row = con.execute("SELECT max(version) FROM publication").fetchone()
    published, shown, missing = row[0] if row else None, version_of(store.site), missing_files(store.site)
    remedy = "the next run writes them"
    if missing:
        yield Fact("pages", f"{store.site}: {len(missing)} missing, the first {missing[0]}", False, remedy)
    elif shown != published:
        yield Fact("pages", f"{store.site}: show version {shown or 'unknown'} of {published}", False, remedy)
    else:
        yield Fact("pages", f"{store.site}: show version {published}, none is missing", True)


def _fetched(store: Store) -> Iterator[Fact]:
    from flows.stages.ingest import REMEMBERED

    file = store.path / REMEMBERED
    try:
        json.loads(file.read_text(encoding="utf-8")) if file.exists() else None
    except ValueError as error:
        remedy = f"remove it: the next run fetches everything anew ({file.name} only saves fetching)"
        yield Fact("fetched before", f"{file}: {error}", False, remedy)


def _server(settings: Settings) -> Fact:
    from flows.errors import ServerError

    try:
        server = find_server(settings.prefect.api_url, os.environ, settings.store)
    except ServerError as error:
        return Fact("Prefect server", str(error), False, "start it, or take the address away")
    return Fact(
        "Prefect server", f"{server.api_url} ({server.found_in})" if server else "none; a run starts its own", True
    )
