"""From an article to everything found in it: the one place where the parts of the pipeline meet.

times → furniture out → parse → mentions → statements → modality → dating → actors, places, quantities
      → what merging reads
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from types import MappingProxyType

from transforms import furniture, times
from transforms.coreference.features import merge_mentions, merge_relations
from transforms.coreference.values import MergeMention, MergeRelation
from transforms.events import attribution, dating, modality
from transforms.events.mentions import find_mentions
from transforms.events.mentions.standing import with_states
from transforms.events.participants import actors, places, quantities
from transforms.events.participants.entities import Register
from transforms.ids import digest
from transforms.language.apostrophes import with_apostrophes
from transforms.language.kept import packed, unpacked
from transforms.language.parse import LanguageModel, ModelCard, Parse
from transforms.model import Annotation, Article, EventMention, Furniture, TimeExpression, When
from transforms.rules.files import files_version, own_rules
from transforms.rules.versions import StageName, stage_version
from transforms.selection.signs import with_signs

_STAGES: tuple[StageName, ...] = ("parse", "times", "events", "features")
"""What an annotation is made by; scoring and selection look at annotations and leave them as they are."""
BATCH = 64
"""Articles that are parsed in one go: enough to keep the parser busy, few enough to stay small in memory."""
_NONE_KEPT: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation and what merging reads of it."""

    annotation: Annotation
    mentions: tuple[MergeMention, ...] = ()
    relations: tuple[MergeRelation, ...] = ()
    parse: bytes | None = None
    """Its parse, packed, where that is to be kept and was made now."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """Annotates articles: time expressions in every language, events where a model and rules exist.

    `models` are the language models by language code; an article in another language, or in none that is known, gets
    its expressions of time alone.
    """

    models: dict[str, LanguageModel] = field(default_factory=dict)
    assume_reporting_day: bool = False
    keep_parse: bool = False
    """Whether a parse that was made comes with its article's annotation."""

    def annotate(self, articles: Iterable[Article], kept: Mapping[str, bytes] = _NONE_KEPT) -> Iterator[Annotated]:
        """Annotate each article, in order.

        Args:
            articles: the articles.
            kept: packed parses by article; one that is not of the article's text, as it is read today, is made anew.
        """
        source = iter(articles)
        while batch := list(islice(source, BATCH)):
            readings = [times.read_times(article) for article in batch]
            found = [reading.expressions for reading in readings]
            batch = [replace(a, kind=r.kind.kind) for a, r in zip(batch, readings, strict=True)]
            reasons = [reading.kind.reason for reading in readings]
            beside = [self._furniture(article) for article in batch]
            texts = [with_apostrophes(furniture.readable(a.text, b)) for a, b in zip(batch, beside, strict=True)]
            known = {i: unpacked(kept[a.article_id], texts[i]) for i, a in enumerate(batch) if a.article_id in kept}
            parses = self._parses(texts, batch, {i: parse for i, parse in known.items() if parse})
            for i, article in enumerate(batch):
                parse = parses.get(i)
                if parse is None:
                    yield Annotated(Annotation(article, found[i], kind_reason=reasons[i]))
                else:
                    # Spans are the article's own: what was blanked out or put right for the parser is not.
                    own = parse._replace(text=article.text)
                    one = annotate_parsed(
                        article, own, found[i], beside[i], assume_reporting_day=self.assume_reporting_day
                    )
                    made = packed(parse) if self.keep_parse and not known.get(i) else None
                    yield replace(one, annotation=replace(one.annotation, kind_reason=reasons[i]), parse=made)

    def has_events(self, language: str | None) -> bool:
        """True if events are found in articles of this language."""
        return language in self.models

    def version(self) -> str:
        """Return one short hash over rules, models and switches: what an article is annotated with."""
        return annotation_version(self.models.values(), assume_reporting_day=self.assume_reporting_day)

    def rules(self) -> dict[str, str]:
        """Return each rule set and model with its version."""
        return _versions(self.models.values(), assume_reporting_day=self.assume_reporting_day)

    def _furniture(self, article: Article) -> tuple[Furniture, ...]:
        return furniture.find_furniture(article.text) if self.has_events(article.language) else ()

    def _parses(
        self, texts: Sequence[str], batch: Sequence[Article], known: Mapping[int, Parse]
    ) -> Mapping[int, Parse]:
        parsed = dict(known)
        for code, model in self.models.items():
            places_of = [i for i, article in enumerate(batch) if article.language == code and i not in known]
            parses = model.parse(texts[i] for i in places_of) if places_of else ()
            parsed.update(zip(places_of, parses, strict=True))
        return parsed


def annotation_version(models: Iterable[ModelCard], *, assume_reporting_day: bool = False) -> str:
    """Return what articles annotated with these models carry; a model's card is enough."""
    versions = _versions(models, assume_reporting_day=assume_reporting_day)
    return digest(*(part for item in sorted(versions.items()) for part in item))


def parse_version(models: Iterable[ModelCard]) -> str:
    """Return what a kept parse was made by: these models, and the code that hands texts to them."""
    named = sorted(f"{model.language} {model.name} {model.version}" for model in models)
    return digest(stage_version("parse"), *named)


def _versions(models: Iterable[ModelCard], *, assume_reporting_day: bool) -> dict[str, str]:
    switches = {"assume_reporting_day": "on"} if assume_reporting_day else {}
    named = {f"model {model.language}": f"{model.name} {model.version}" for model in models}
    folder = own_rules()
    own = {"own rules": files_version(folder.rglob("*.toml"))} if folder else {}
    return {stage: stage_version(stage) for stage in _STAGES} | own | named | switches


def annotate_parsed(
    article: Article,
    parse: Parse,
    times_found: tuple[TimeExpression, ...],
    beside: tuple[Furniture, ...] = (),
    *,
    assume_reporting_day: bool = False,
) -> Annotated:
    """Find the events of one parsed article, with their sources, dates, participants and titles.

    `beside` is what was left out of the parse; an expression of time in it dates nothing.
    """
    outside = furniture.outside([t.span for t in times_found], beside)
    found = tuple(times_found[i] for i in outside)
    mentions = find_mentions(parse, found)
    statements = attribution.find_statements(parse)
    chains = attribution.chains_of([mention.trigger for mention in mentions], statements)
    judgements = modality.judge(parse, mentions, chains, found, article.published)
    mentions = with_states(parse, mentions, judgements, found)
    read = [(m, j, tuple(c)) for m, j, c in zip(mentions, judgements, chains, strict=True)]
    dated = dating.date_mentions(article, parse, found, read, assume_reporting_day=assume_reporting_day)
    register = Register(parse)
    answers = zip(
        mentions,
        dated.judgements,
        dated.whens,
        chains,
        actors.find_actors(parse, mentions, chains, register),
        places.find_places(parse, mentions, register),
        quantities.find_quantities(parse, mentions, found),
        strict=True,
    )
    events = tuple(EventMention(m, j, _renumbered(w, outside), tuple(c), a, p, q) for m, j, w, c, a, p, q in answers)
    annotation = Annotation(
        article=article,
        times=times_found,
        events=with_signs(article, parse, events),
        statements=attribution.outermost(statements),
        relations=dated.relations,
        furniture=beside,
        sentences=furniture.find_sentences(article.text, beside),
    )
    return Annotated(annotation, merge_mentions(annotation, parse, register=register), merge_relations(annotation))


def _renumbered(when: When | None, outside: Sequence[int]) -> When | None:
    """Return when an event happened with its expressions of time by their places among all of the article's."""
    if when is None:
        return None
    return replace(
        when,
        evidence=tuple(b if b.time is None else replace(b, time=outside[b.time]) for b in when.evidence),
        times=tuple(replace(role, time=outside[role.time]) for role in when.times),
    )
