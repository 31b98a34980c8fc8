"""One text read by all parts up to dating, for the tables of the tests; the publication day is a Wednesday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms import times
from transforms.events import attribution, dating, modality
from transforms.events.mentions import find_mentions
from transforms.language.parse import Parse
from transforms.model import Article, Judgement, Mention, MentionRelation, When

PUBLISHED = date(2025, 1, 15)


@dataclass(frozen=True)
class Dated:
    mentions: tuple[Mention, ...]
    whens: tuple[When | None, ...]
    relations: tuple[MentionRelation, ...]
    judgements: tuple[Judgement, ...]

    def when(self, word: str) -> When | None:
        """Of the only mention with this trigger; `word#2` is the second of its kind."""
        name, _, nth = word.partition("#")
        found = [w for m, w in zip(self.mentions, self.whens, strict=True) if m.text.lower() == name.lower()]
        assert found, f"{name} is no mention among {[m.text for m in self.mentions]}"
        return found[int(nth or 1) - 1]

    def links(self) -> set[tuple[str, str, str]]:
        """The relations as words."""
        return {(self.mentions[r.first].text, r.relation, self.mentions[r.second].text) for r in self.relations}

    def rule_ids(self) -> set[str]:
        """Every rule that gave a bound, a reason or a relation."""
        given = {e.rule_id for w in self.whens if w for e in w.evidence} | {w.reason for w in self.whens if w}
        return given | {r.rule_id for r in self.relations}


def read(parsed: Parse, published: date | None = PUBLISHED, assume_reporting_day: bool = False) -> Dated:
    article = Article("a", parsed.text, published=published, language="en")
    found = times.find_times(article)
    mentions = find_mentions(parsed, found)
    statements = attribution.find_statements(parsed)
    chains = [attribution.chain_of(mention.trigger, statements) for mention in mentions]
    judgements = modality.judge(parsed, mentions, chains)
    judged = list(zip(mentions, judgements, chains, strict=True))
    dated = dating.date_mentions(article, parsed, found, judged, assume_reporting_day=assume_reporting_day)
    return Dated(tuple(mentions), dated.whens, dated.relations, dated.judgements)
