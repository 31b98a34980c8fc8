"""A new column touches the model, a migration and published.sql, and nothing else: three are added to a copy."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY

MODEL = {
    "    dated: bool = False\n": "    season: str = ''\n",
    "    geoname_id: int | None = None\n": "    district: str | None = None\n",
    "    additive: bool = False\n": "    basis: str = ''\n",
}
"""New fields of `When`, `Place` and `Quantity`, by the line that each stands before."""
MIGRATION = """
ALTER TABLE core.event_mention ADD COLUMN season VARCHAR;
ALTER TABLE core.event ADD COLUMN season VARCHAR;
ALTER TABLE core.place ADD COLUMN district VARCHAR;
ALTER TABLE core.event ADD COLUMN district VARCHAR;
ALTER TABLE core.quantity ADD COLUMN basis VARCHAR;
"""
PUBLISHED = """
ALTER TABLE event ADD COLUMN season VARCHAR;
ALTER TABLE event_mention ADD COLUMN season VARCHAR;
ALTER TABLE event ADD COLUMN district VARCHAR;
ALTER TABLE event_place ADD COLUMN district VARCHAR;
ALTER TABLE quantity ADD COLUMN basis VARCHAR;
"""
SCRIPT = """
import json, sys
from dataclasses import replace
from pathlib import Path
from tests.warehouse import toy
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store

plain = toy._event

def seasoned(*given):
    event = plain(*given)
    return replace(
        event,
        when=event.when and replace(event.when, season="spring"),
        place=event.place and replace(event.place, district="the old town"),
        quantities=tuple(replace(q, basis="a count") for q in event.quantities),
    )

toy._event = seasoned
store = Store(Path(sys.argv[1]))
texts = ["Kord attacked Selm on 2024-03-09, 12 killed. ", "Kord attacked Selm on 2024-03-09, 14 killed in Selm. "]
toy.run(store, "r1", [toy.article(f"north-{n}", text) for n, text in enumerate(texts)])
columns = {"event": ("season", "district"), "event_mention": ("season",), "event_place": ("district",), "quantity": ("basis",)}
with open_reader(store) as con:
    print(json.dumps({
        f"{table}.{name}": con.execute(f"SELECT list_sort(list(DISTINCT {name})) FROM {table}").fetchone()[0]
        for table, names in columns.items() for name in names
    }))
"""


@pytest.fixture
def copy(tmp_path):
    """Everything but the model, a migration and published.sql as it is."""
    skipped = shutil.ignore_patterns("__pycache__")
    for package in ("transforms", "warehouse", "expectations"):
        shutil.copytree(REPOSITORY / package, tmp_path / package, ignore=skipped)
    (tmp_path / "tests" / "warehouse").mkdir(parents=True)
    for name in ("tests/__init__.py", "tests/warehouse/__init__.py", "tests/warehouse/toy.py"):
        shutil.copy(REPOSITORY / name, tmp_path / name)
    model = tmp_path / "transforms" / "model.py"
    text = model.read_text(encoding="utf-8")
    for line, field in MODEL.items():
        assert text.count(line) == 1
        text = text.replace(line, field + line)
    model.write_text(text, encoding="utf-8")
    migrations = tmp_path / "warehouse" / "migrations"
    following = len(list(migrations.glob("*.sql"))) + 1
    (migrations / f"{following:04d}_more.sql").write_text(MIGRATION, encoding="utf-8")
    with (tmp_path / "warehouse/models/published.sql").open("a", encoding="utf-8") as schema:
        schema.write(PUBLISHED)
    return tmp_path


def test_a_new_column_of_when_place_and_quantity_is_published(copy):
    done = subprocess.run(
        [sys.executable, "-P", "-c", SCRIPT, copy / "store"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "event.season": ["spring"],
        "event.district": ["the old town"],
        "event_mention.season": ["spring"],
        "event_place.district": ["the old town"],
        "quantity.basis": ["a count"],
    }
