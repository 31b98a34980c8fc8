"""A better reader runs again over what was fetched, without fetching; files are rebuilt from their stored text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from flows.direct import rebuild_direct, run_direct
from flows.settings import FetchSettings, RunSettings, Settings
from tests.flows.misbehaving_server import misbehaving_server
from transforms.model import Article, Refusal
from transforms.readers import web_page
from transforms.readers.snapshot import Snapshot
from warehouse.forget import forget
from warehouse.storage.store import Store
from warehouse.writer import open_writer


@pytest.fixture
def fetched(tmp_path: Path) -> Settings:
    """A store of one page, whose server is gone."""
    settings = Settings(
        store=tmp_path / "store",
        quiet=True,
        run=RunSettings(workers=1),
        fetch=FetchSettings(allow_private=True, host_pause_seconds=0.0),
    )
    (tmp_path / "ferry.txt").write_text("The ferry sank on 3 May 2020 off Dover.", encoding="utf-8")
    with misbehaving_server() as server:
        run_direct(settings, [f"{server.address}/page", str(tmp_path / "ferry.txt")])
    return settings


def better(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader of pages now finds another title and an earlier day."""
    before = web_page._read

    def read(snapshot: Snapshot) -> Iterator[Article | Refusal]:
        for item in before(snapshot):
            yield replace(item, title="Found anew", published=None) if isinstance(item, Article) else item

    monkeypatch.setattr(web_page, "_read", read)


def versions(settings: Settings) -> list[tuple[int, str | None]]:
    with duckdb.connect(str(Store(settings.store).warehouse), read_only=True) as con:
        return con.execute(
            "SELECT v.version, v.title FROM core.article AS a JOIN core.article_version AS v USING (article_id, version)"
            " WHERE a.article_id <> 'ferry' ORDER BY 1"
        ).fetchall()


def test_a_better_reader_gives_a_new_version_without_the_network(fetched, monkeypatch):
    ((first, title),) = versions(fetched)
    assert (first, title == "Found anew") == (1, False)
    better(monkeypatch)

    receipt = rebuild_direct(fetched)

    assert (receipt.articles.seen, receipt.articles.changed, receipt.articles.unchanged) == (2, 1, 1)
    assert versions(fetched) == [(2, "Found anew")]
    assert rebuild_direct(fetched).articles.changed == 0
    assert versions(fetched) == [(2, "Found anew")]


def test_with_the_same_readers_nothing_changes(fetched):
    before = versions(fetched)
    assert rebuild_direct(fetched).articles.changed == 0
    assert versions(fetched) == before


def test_what_was_forgotten_does_not_come_back(fetched, monkeypatch):
    with duckdb.connect(str(Store(fetched.store).warehouse), read_only=True) as con:
        ((article_id,),) = con.execute("SELECT article_id FROM core.article WHERE article_id <> 'ferry'").fetchall()
    forget(Store(fetched.store), article_id, datetime.now(UTC))
    better(monkeypatch)

    rebuild_direct(fetched)

    assert versions(fetched) == []
    with open_writer(Store(fetched.store)) as con:
        assert con.execute("SELECT count(content) FROM raw.snapshot").fetchall() == [(0,)]
