"""A store of two stories and one article that belongs to none, made by the toy language; and its pages."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from flows.outputs.site_folder import SiteWritten, write_site
from tests.transforms.stories.test_grouping import quake, tunnel
from tests.warehouse.toy import article, run
from transforms.model import Article
from warehouse.storage.connect import open_reader
from warehouse.storage.store import Store

FIRST = date(2031, 5, 2)
HOSTILE = "<img src=x onerror=\"document.title='owned'\"></script><script>document.title='owned'</script>"


def of_day(name: str, words: str, text: str, day: int, title: str) -> Article:
    """An article whose first sentence tells what happened on its day."""
    when = FIRST + timedelta(days=day)
    return article(name, f"{words} on {when}. {text}", str(when), title=title)


TUNNEL = [of_day(f"tunnel-{n}", f"Kord visited {town}", tunnel(n), 9 * n, f"Tunnel {n}") for n, town in enumerate(("Selm", "Orla", "Brennick", "Halv"))]  # fmt: skip
TARVIK = [of_day(f"tarvik-{n}", f"Mirov attacked {town}", quake("Tarvik", n), n, HOSTILE) for n, town in enumerate(("Kapp", "Lysna", "Tarvik", "Solveig"))]  # fmt: skip
ALONE = [of_day("bread", "Bakers visited Lund", "Rye bread sells better with caraway there.", 3, "Bread")]
ALL = [*TUNNEL, *TARVIK, *ALONE]


def filled(path: Path, articles: list[Article]) -> Store:
    """Return a store with these articles published and its pages written."""
    store = Store(path)
    run(store, "r1", articles)
    written(store)
    return store


def written(store: Store, title: str = "", address: str = "") -> SiteWritten:
    """Bring the pages to what is published."""
    with open_reader(store) as con:
        return write_site(con, store.site, title, address)
