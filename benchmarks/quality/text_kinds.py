"""Count the texts of a book that are taken for what they are.

    python -m benchmarks.quality.text_kinds [BOOK.toml …] [--errors]

A book holds `[[text]]` tables with id, kind, language, published, title and text.  The books of tests/corpus/text_kinds
were read while the rules were written; unread.toml was written by somebody who did not write the rules, and is read by
nobody who does: print its errors only when a new book has taken its place.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

from transforms.model import Article
from transforms.times import read_times

UNREAD = Path(__file__).parent / "text_kind_books/unread.toml"


def main() -> None:
    """Print a line a book: how many texts are told for what they are, in all and by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("books", nargs="*", type=Path, default=[UNREAD], metavar="BOOK.toml")
    parser.add_argument("--errors", action="store_true", help="name the texts that are mistaken, with what came")
    chosen = parser.parse_args()
    for book in chosen.books:
        right, all_of = Counter[str](), Counter[str]()
        for text in tomllib.loads(book.read_text("utf-8"))["text"]:
            published = date.fromisoformat(text["published"])
            article = Article("a", text["text"], title=text["title"], language=text["language"], published=published)
            found = read_times(article).kind
            all_of[text["kind"]] += 1
            right[text["kind"]] += found.kind == text["kind"]
            if chosen.errors and found.kind != text["kind"]:
                print(f"{text['id']}: {text['kind']}, taken for {found.kind}: {found.reason}")
        parts = ", ".join(f"{kind} {right[kind]} of {all_of[kind]}" for kind in sorted(all_of))
        print(f"{book.stem}: {right.total()} of {all_of.total()} ({parts})")


if __name__ == "__main__":
    main()
