"""An offline gazetteer: countries, the states of the USA and cities of 15,000 people or more, from GeoNames.

`rules/gazetteer.tsv.gz` is made by `scripts/build_gazetteer.py`; other spellings and the adjectives of countries stand
in `rules/places.toml`.
"""

from __future__ import annotations

import gzip
from functools import cache
from typing import NamedTuple

from transforms.language.names import plain
from transforms.rules.event_files import TABLES, read_rules


class Site(NamedTuple):
    """One place of the gazetteer; `state` is the USA's state code, "" elsewhere."""

    name: str
    kind: str
    country: str
    state: str
    latitude: float | None
    longitude: float | None
    population: int
    geoname_id: int


@cache
def sites() -> dict[str, tuple[Site, ...]]:
    """All places by plain name, the largest first."""
    found: dict[str, list[Site]] = {}
    for line in gzip.decompress((TABLES / "gazetteer.tsv.gz").read_bytes()).decode().splitlines():
        name, kind, country, latitude, longitude, population, geoname_id = line.split("\t")
        country, _, state = country.partition("-")
        site = Site(
            name,
            kind,
            country,
            state,
            float(latitude) if latitude else None,
            float(longitude) if longitude else None,
            int(population),
            int(geoname_id),
        )
        found.setdefault(plain(name), []).append(site)
    for other, name in place_words().other_names.items():
        found.setdefault(other, []).extend(found.get(plain(name), ()))
    return {name: tuple(sorted(of, key=lambda s: (-s.population, s.geoname_id))) for name, of in found.items()}


class PlaceWords(NamedTuple):
    """The words of `places.toml`."""

    other_names: dict[str, str]
    kept: frozenset[str]
    """Plain names of parts: the gazetteer gives their country, they keep their own name."""
    demonyms: dict[str, str]
    locative: frozenset[str]
    reaching: frozenset[str]
    """Verbs that take place in what they have for their object."""
    region_words: frozenset[str]
    kinds: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """Load `places.toml`."""
    rules = read_rules("places.toml")
    return PlaceWords(
        other_names={
            plain(word): entry["name"] for entry in (*rules["other_name"], *rules["part"]) for word in entry["words"]
        },
        kept=frozenset(plain(word) for entry in rules["part"] for word in entry["words"]),
        demonyms={plain(word): entry["country"] for entry in rules["demonym"] for word in entry["words"]},
        locative=frozenset(rules["prepositions"]["locative"]),
        reaching=frozenset(rules["verbs"]["reaching"]),
        region_words=frozenset(rules["regions"]["words"]),
        kinds=frozenset(rules["regions"]["sites"]),
    )


def look_up(name: str) -> tuple[Site, ...]:
    """All places of a name, the largest first; without an article, and with "city" or "region" left out if need be."""
    key = plain(name).strip(" ,")
    for form in (key, key.removeprefix("the "), key.strip("."), key.replace(".", "").removeprefix("the ")):
        if form in sites():
            return sites()[form]
    return ()
