"""What must hold of the articles."""

from __future__ import annotations

from typing import get_args

from expectations.vocabulary import RULE_AT_FAULT, STORE_DAMAGED, Suite, no_rows, one_of, present, unique
from transforms.model import ArticleKind

SUITE = Suite(
    table="article",
    key="article_id",
    article_id="article_id",
    expectations=(
        unique("article_id", table="article"),
        present("article_id", table="article"),
        present("text", table="article"),
        one_of("published_precision", ("instant", "day", "month", "year"), table="article"),
        one_of("kind", get_args(ArticleKind), table="article"),
        no_rows(
            "article_published_is_plausible",
            severity="critical",
            fault="row",
            remedy="correct the date in the manifest, or give the right one with `published`",
        ),
        no_rows(
            "article_published_has_its_signal",
            severity="critical",
            fault="row",
            remedy=RULE_AT_FAULT,
        ),
        no_rows("article_copies_are_grouped", severity="critical", remedy=STORE_DAMAGED),
        no_rows(
            "article_updated_follows_published",
            severity="warning",
            remedy="look at the page's dates; give the right ones in a manifest",
        ),
        no_rows(
            "article_signals_agree",
            severity="warning",
            remedy="look at the signs in article_signal; give the right day in a manifest",
        ),
        no_rows(
            "article_published_is_known", severity="info", remedy="give the day in a manifest's column `published`"
        ),
        no_rows("article_is_no_near_duplicate", severity="info", remedy="nothing: copies count as one source"),
        no_rows(
            "site_is_fresh",
            severity="warning",
            remedy="see whether the source still delivers; the setting fresh_within_days says what is old",
        ),
        no_rows(
            "source_gives_something",
            severity="warning",
            remedy="look at the address or the path, and at why it was refused; take a dead source out of the settings",
        ),
        no_rows(
            "site_volume_is_usual", severity="warning", remedy="see whether the source still delivers what it used to"
        ),
    ),
)
