"""From an article to all that was found in it: the one place where the parts of the pipeline meet.

times → parse → mentions → statements → modality → dating → actors, places, quantities → what merging reads
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from transforms import times
from transforms.coreference import resolve as merge
from transforms.coreference.features import merge_mentions, merge_relations
from transforms.coreference.values import MergeMention, MergeRelation
from transforms.events import attribution, dating, modality
from transforms.events.mentions import event_types, find_mentions
from transforms.events.mentions.standing import with_states
from transforms.events.participants import actors, places, quantities
from transforms.ids import digest
from transforms.language.apostrophes import with_apostrophes
from transforms.language.parse import LanguageModel, Parse
from transforms.model import Annotation, Article, EventMention, TimeExpression
from transforms.titles import words as title_words

BATCH = 64
"""Articles that are parsed in one go: enough to keep the parser busy, few enough to stay small in memory."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation and what merging reads of it."""

    annotation: Annotation
    mentions: tuple[MergeMention, ...] = ()
    relations: tuple[MergeRelation, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotator:
    """Annotates articles: expressions of time in every language, events where a model and rules are there.

    `models` are the language models by language code; an article in another language, or in none that is known, gets
    its expressions of time alone.
    """

    models: dict[str, LanguageModel] = field(default_factory=dict)
    assume_reporting_day: bool = False

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotated]:
        """Annotate each article, in order."""
        source = iter(articles)
        while batch := list(islice(source, BATCH)):
            found = [times.find_times(article) for article in batch]
            parses = self._parses(batch)
            for i, article in enumerate(batch):
                parse = parses.get(i)
                if parse is None:
                    yield Annotated(Annotation(article, found[i]))
                else:
                    yield annotate_parsed(article, parse, found[i], assume_reporting_day=self.assume_reporting_day)

    def has_events(self, language: str | None) -> bool:
        """Whether events are found in articles of this language."""
        return language in self.models

    def version(self) -> str:
        """One short hash over rules, models and switches: what an article was annotated with."""
        return digest(*(part for item in sorted(self.rules().items()) for part in item))

    def rules(self) -> dict[str, str]:
        """Each rule set and model with its version."""
        switches = {"assume_reporting_day": "on"} if self.assume_reporting_day else {}
        # The user's own rules are those of times, and may change while the process lives.
        return (
            _rules()
            | {"times": times.rules_version()}
            | {f"model {code}": f"{m.name} {m.version}" for code, m in self.models.items()}
            | switches
        )

    def _parses(self, batch: Sequence[Article]) -> dict[int, Parse]:
        parsed: dict[int, Parse] = {}
        for code, model in self.models.items():
            places_of = [i for i, article in enumerate(batch) if article.language == code]
            texts = (with_apostrophes(batch[i].text) for i in places_of)
            for i, parse in zip(places_of, model.parse(texts), strict=True):
                parsed[i] = parse._replace(text=batch[i].text)
        return parsed


def annotate_parsed(
    article: Article, parse: Parse, found: tuple[TimeExpression, ...], *, assume_reporting_day: bool = False
) -> Annotated:
    """Find the events of one parsed article, date them, and say who tells of them."""
    mentions = find_mentions(parse, found)
    statements = attribution.find_statements(parse)
    chains = attribution.chains_of([mention.trigger for mention in mentions], statements)
    judgements = modality.judge(parse, mentions, chains, found, article.published)
    mentions = with_states(parse, mentions, judgements, found)
    read = [(m, j, tuple(c)) for m, j, c in zip(mentions, judgements, chains, strict=True)]
    whens, relations = dating.date_mentions(article, parse, found, read, assume_reporting_day=assume_reporting_day)
    told = zip(
        mentions,
        judgements,
        whens,
        chains,
        actors.find_actors(parse, mentions, chains),
        places.find_places(parse, mentions),
        quantities.find_quantities(parse, mentions, found),
        strict=True,
    )
    annotation = Annotation(
        article=article,
        times=found,
        events=tuple(EventMention(m, j, w, tuple(c), a, p, q) for m, j, w, c, a, p, q in told),
        statements=attribution.outermost(statements),
        relations=relations,
    )
    return Annotated(annotation, merge_mentions(annotation, parse), merge_relations(annotation))


@cache
def _rules() -> dict[str, str]:
    return {
        "times": times.rules_version(),
        "event types": event_types.rules_version(),
        "attribution": attribution.rules_version(),
        "modality": modality.rules_version(),
        "dating": dating.rules_version(),
        "actors": actors.rules_version(),
        "places": places.rules_version(),
        "quantities": quantities.rules_version(),
        "titles": title_words.rules_version(),
        # What merging reads is made here, so that other weights and keys make an annotation another one too.
        "merging": merge.rules_version(),
    }
