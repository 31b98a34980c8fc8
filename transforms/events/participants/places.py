"""Where each event took place: the narrowest named place its own clause gives, looked up in an offline gazetteer.

Coordinates are given only where one place of that name is meant for certain: the gazetteer knows one, or the words
beside it name its country or state, or the article names the country of one alone, or one is so much larger than the
others that a newspaper would have had to say which.  A region keeps its country, which all of its name share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.events.participants.entities import Register
from transforms.events.participants.gazetteer import Site, look_up, place_words
from transforms.language.names import Named, name_words, plain
from transforms.language.parse import Parse
from transforms.language.phrases import CLAUSAL, MOST
from transforms.model import Mention, Place, Span

FILES = ("gazetteer.tsv.gz", "places.toml")
_LARGER = 20
"""How many times larger than the next a city must be to be meant without another word."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MODIFIES = frozenset({"compound", "nmod", "npadvmod"})
_OUTWARDS = 2
"""How many clauses outwards a place may still hold for an event that has none of its own."""


def find_places(
    parse: Parse, mentions: Sequence[Mention], register: Register | None = None
) -> tuple[Place | None, ...]:
    """Find the place of each mention, or `None` if its sentence names none for it."""
    return Atlas(parse, register).places(mentions)


class Atlas:
    """The places of one article: which names are places, and which countries it speaks of."""

    def __init__(self, parse: Parse, register: Register | None = None) -> None:
        """Read the places of a parse."""
        self._parse = parse
        self._register = register or Register(parse)
        self._found: dict[tuple[str, tuple[str, ...]], tuple[str | None, Site | None, int]] = {}
        self._countries = self._spoken_of()

    def _spoken_of(self) -> frozenset[str]:
        """Return the countries that the article names."""
        demonyms = place_words().demonyms
        found = set()
        for n in self._register.names:
            if n.kind == "NORP":
                found.add(demonyms.get(plain(n.text), ""))
            elif n.kind == "GPE":
                found.update(s.country for s in look_up(n.text) if s.kind == "country")
        return frozenset(found - {""})

    def places(self, mentions: Sequence[Mention]) -> tuple[Place | None, ...]:
        """Return the place of each mention."""
        heads = {m.head for m in mentions}
        return tuple(self._place(m.head, heads) for m in mentions)

    def _place(self, head: int, heads: set[int]) -> Place | None:
        tokens = self._parse.tokens
        at = head
        for _ in range(_OUTWARDS + 1):
            best = next(self._named_below(at, heads - {at}), None)
            if best is not None:
                return self._resolve(best)
            up = tokens[at].head
            if up == at or tokens[at].dep in ("ccomp", "relcl", "parataxis", "nsubj", "nsubjpass", "csubj"):
                return None
            at = up
        return None

    def _named_below(self, head: int, others: set[int]) -> Iterator[Named]:
        """Named places that hang on a token in its own clause, nearest in the tree first."""
        tokens = self._parse.tokens
        level: list[tuple[int, bool]] = [(head, False)]
        seen = 0
        while level and seen < MOST:
            seen += len(level)
            below: list[tuple[int, bool]] = []
            for i, locative in level:
                for c in self._parse.children[i][:MOST]:
                    token = tokens[c]
                    if token.dep in CLAUSAL or c in others or token.dep in ("conj", "nsubj", "poss"):
                        continue
                    into = locative or self._is_reached(i, c)
                    if token.dep == "prep":
                        into = token.text.casefold() in place_words().locative
                        if not into and token.text.casefold() != "of":
                            continue
                        into = into or locative
                    n = self._town(c) or self._register.at(c) or (self._division(c) if into else None)
                    if n is not None and _serves(n, into, i == head and token.dep in _MODIFIES):
                        yield n
                    else:
                        below.append((c, into))
            level = below

    def _town(self, head: int) -> Named | None:
        """Return a name after "the city of", whatever it was taken for."""
        tokens = self._parse.tokens
        of = tokens[tokens[head].head]
        if tokens[head].dep != "pobj" or tokens[head].pos != "PROPN" or of.text.casefold() != "of":
            return None
        if plain(tokens[of.head].lemma) not in place_words().region_words:
            return None
        first = head
        while first - 1 > of.i and tokens[first - 1].pos == "PROPN":
            first -= 1
        text = self._parse.text[tokens[first].start : tokens[head].end]
        return Named(first, head + 1, "LOC", text, name_words(text))

    def _is_reached(self, verb: int, what: int) -> bool:
        """True if a verb takes place in what it has for its object: "struck Orvel", "the city of Orvel was shelled"."""
        tokens = self._parse.tokens
        if tokens[what].dep not in ("dobj", "nsubjpass") or tokens[verb].lemma.casefold() not in place_words().reaching:
            return False
        n = self._register.at(what)
        return (n is not None and n.kind in _PLACES) or plain(tokens[what].lemma) in place_words().region_words

    def _division(self, head: int) -> Named | None:
        """Return a division by its name, whatever the name was taken for: "the Kursk region"."""
        tokens = self._parse.tokens
        if plain(tokens[head].text) not in place_words().region_words:
            return None
        first = head
        while first - 1 in self._parse.children[head][-MOST:] and tokens[first - 1].pos == "PROPN":
            first -= 1
        if first == head:
            return None
        text = self._parse.text[tokens[first].start : tokens[head - 1].end]
        return Named(first, head, "LOC", text, name_words(text))

    def _resolve(self, n: Named) -> Place:
        parse, tokens = self._parse, self._parse.tokens
        first, last = n.first, n.last
        region = last < len(tokens) and plain(tokens[last].text) in place_words().region_words
        if region:
            last += 1
        span = Span(tokens[first].start, max(tokens[last - 1].end, tokens[first].end))
        name = f"{n.text} {tokens[last - 1].text}" if region else n.text
        beside = self._beside(n)
        key = (plain(name), beside)
        if key not in self._found:
            self._found[key] = self._choose(n.text, region, beside)
        country, site, candidates = self._found[key]
        exact = None if plain(n.text) in place_words().kept else site
        return Place(
            span=span,
            text=span.of(parse.text),
            name=site.name if site is not None and plain(n.text) not in place_words().kept else name,
            country=country,
            latitude=exact.latitude if exact else None,
            longitude=exact.longitude if exact else None,
            geoname_id=exact.geoname_id if exact else None,
            candidates=candidates,
        )

    def _beside(self, n: Named) -> tuple[str, ...]:
        """Names of wider places beside it: "Orvel, Texas", "the port of Orvel in Chile"."""
        tokens = self._parse.tokens
        sentence = tokens[n.first].sentence
        return tuple(
            plain(o.text)
            for o in self._register.names
            if o.kind in _PLACES and tokens[o.first].sentence == sentence and 0 < o.first - n.last <= 2
        )

    def _choose(self, name: str, region: bool, beside: tuple[str, ...]) -> tuple[str | None, Site | None, int]:
        """Country, the one site meant if certain, and how many the gazetteer knows."""
        known = look_up(name)
        countries = {s.country for s in known}
        if not known:
            wider = [s for b in beside for s in look_up(b) if s.kind == "country"]
            return (wider[0].country if wider else None), None, 0
        widest = known[0]
        if widest.kind != "city" or any(s.kind == "country" for s in known):
            site = next((s for s in known if s.kind == "country"), widest)
            return site.country, (None if region else site), 1 if site.kind == "country" else len(known)
        fits = self._fitting(known, beside)
        if len(fits) == 1:
            return fits[0].country, (None if region else fits[0]), len(known)
        return (next(iter(countries)) if len(countries) == 1 else None), None, len(known)

    def _fitting(self, known: Sequence[Site], beside: tuple[str, ...]) -> Sequence[Site]:
        """Return the cities that fit the words beside the name, or the article."""
        if len(known) == 1:
            return known
        wider = [s for b in beside for s in look_up(b) if s.kind != "city"]
        states = {s.state for s in wider if s.kind == "state"}
        if states:
            return [s for s in known if s.state in states] or known
        said = {s.country for s in wider}
        if said:
            return _largest([s for s in known if s.country in said]) or known
        spoken = [s for s in known if s.country in self._countries]
        if spoken and len({s.country for s in spoken}) == 1 and spoken[0] is known[0]:
            return _largest(spoken)
        return _largest(known)


def _serves(n: Named, locative: bool, modifies: bool) -> bool:
    """True if a name is a place here: behind a locative preposition, or in front of the event's own noun."""
    if n.kind in _PLACES:
        return locative or modifies
    return n.kind == "ORG" and locative and n.words[-1] in place_words().kinds


def _largest(of: Sequence[Site]) -> Sequence[Site]:
    """Return only the first if it is so much larger that it must be meant."""
    if len(of) > 1 and of[0].population >= _LARGER * max(1, of[1].population):
        return of[:1]
    return of
