"""Which mentions of today the decisions name: by their ids, else, where the article has another id, by their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.decisions.nearest import Candidate
from transforms.decisions.ties import Tie
from transforms.decisions.values import GROUP_ACTIONS, ArticleRef, Decision, MentionRef
from warehouse.storage.statements import stage, statement

_REFS = pa.schema(
    {
        "ref": pa.int32(),
        "mention_id": pa.string(),
        "article_id": pa.string(),
        "url": pa.string(),
        "text_sha256": pa.string(),
        "sentence": pa.string(),
        "trigger": pa.string(),
        "nth": pa.int32(),
    }
)


@dataclass(frozen=True, slots=True)
class Targets:
    """The mentions and articles of today that decisions name."""

    mentions: dict[MentionRef, str]
    """The id of each mention that was found; one that stands in no event is not."""
    articles: dict[ArticleRef, str]

    def of(self, refs: Iterable[MentionRef]) -> tuple[str, ...]:
        """Return the ids of those that were found, each once."""
        return tuple(dict.fromkeys(self.mentions[ref] for ref in refs if ref in self.mentions))


def find_targets(con: DuckDBPyConnection, decisions: Iterable[Decision]) -> Targets:
    """Return what decisions are about, as far as it is there."""
    several = list(decisions)
    refs = list(dict.fromkeys(ref for d in several for ref in (*d.mentions, *d.others)))
    named = list(dict.fromkeys(d.article for d in several if d.article))
    rows = [_row(n, ref.article) | _words(ref) for n, ref in enumerate(refs)]
    stage(con, "decided_ref", pa.Table.from_pylist(rows, schema=_REFS))
    mentions = {refs[n]: found for n, found in con.execute(statement("steps/decisions/find_mentions")).fetchall()}
    rows = [_row(n, article) for n, article in enumerate(named)]
    stage(con, "decided_ref", pa.Table.from_pylist(rows, schema=_REFS))
    articles = {named[n]: found for n, found in con.execute(statement("steps/decisions/find_articles")).fetchall()}
    return Targets(mentions, articles)


def mention_ties(decisions: Iterable[Decision], targets: Targets) -> tuple[Tie[str], ...]:
    """Return what decisions that stand say of mentions that are there, in their order."""
    found = []
    for decision in decisions:
        one, other = targets.of(decision.mentions), targets.of(decision.others)
        if decision.action in GROUP_ACTIONS and one and other:
            sides = ((*one, *other),) if decision.action == "merge" else (one, other)
            found.append(Tie(decision.decision_id, sides))
    return tuple(found)


def candidates(con: DuckDBPyConnection, lost: MentionRef) -> list[Candidate]:
    """Return the mentions that a lost one may be now: those of its article, and those with its trigger elsewhere."""
    stage(con, "decided_ref", pa.Table.from_pylist([_row(0, lost.article) | _words(lost)], schema=_REFS))
    return [Candidate(*row) for row in con.execute(statement("steps/decisions/find_candidates")).fetchall()]


def _row(number: int, article: ArticleRef) -> dict[str, object]:
    return {"ref": number, "article_id": article.article_id, "url": article.url, "text_sha256": article.text_sha256}


def _words(ref: MentionRef) -> dict[str, object]:
    return {"mention_id": ref.mention_id, "sentence": ref.sentence, "trigger": ref.trigger, "nth": ref.nth}
