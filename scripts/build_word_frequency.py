"""Make `transforms/rules/tables/word_frequency.LANGUAGE.tsv.gz` from the package wordfreq (data: CC BY-SA 4.0).

Run once, with wordfreq installed beside dateline, when the lists are to be renewed:

    python scripts/build_word_frequency.py

One line a frequency, commonest first: ten times the Zipf value (the logarithm of occurrences in a thousand million
words), a tab, and the words of that frequency between spaces.  Words below Zipf 3.0 are left out: all are rare.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import wordfreq

TABLES = Path(__file__).parent.parent / "transforms/rules/tables"
LANGUAGES = ("de", "en", "es", "fr")
LEAST = 30


def main() -> None:
    """Write the files, byte for byte the same for the same frequencies."""
    for language in LANGUAGES:
        groups: dict[int, list[str]] = {}
        for word in wordfreq.iter_wordlist(language):
            zipf = round(10 * wordfreq.zipf_frequency(word, language))
            if zipf < LEAST:
                break
            if word.isalpha():
                groups.setdefault(zipf, []).append(word)
        text = "".join(f"{zipf}\t{' '.join(sorted(words))}\n" for zipf, words in sorted(groups.items(), reverse=True))
        target = TABLES / f"word_frequency.{language}.tsv.gz"
        target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
