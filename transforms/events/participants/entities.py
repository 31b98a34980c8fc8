"""Who is who in one article: from a name, a description or a pronoun to the fullest name that the text gives.

"Ms Vale" and "she" stand for "Ada Vale" where the article names one Ada Vale; "the NCB" for "National Coast Bureau
(NCB)"; "the harbour minister" for "Harbour Minister Ada Vale".  What is not certain keeps its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events.participants.gazetteer import look_up
from transforms.events.participants.offices import held, office
from transforms.language.names import Named, described, name_rules, name_words, named, plain
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST, phrase
from transforms.language.pronouns import Referent, antecedents, is_subject
from transforms.model import Span

_THINGS = frozenset({"ORG", "PRODUCT", "FAC", "GPE", "EVENT", "WORK_OF_ART"})
_TITLE_WORDS = 8
_SHARING = 20
"""How many names that share a word are weighed against one another: more are no one's short form."""


class Register:
    """Who is who in one article: from a name, a description or a pronoun to the fullest name."""

    def __init__(self, parse: Parse) -> None:
        """Read all names of the parse."""
        self._parse = parse
        self.names = named(parse)
        self._at: dict[int, Named] = {i: n for n in self.names for i in range(n.first, n.last)}
        self._full = self._fullest()
        self._acronyms()
        self._described: dict[str, set[str]] = {}
        self._describe()
        self._kinds: dict[str, str] = {}
        for n in self.names:
            name = self._full[n.words]
            self._kinds[name] = n.kind if n.text == name else self._kinds.get(name, n.kind)
        self._offices: dict[str, set[str]] = {}
        for n in self.names:
            if n.kind == "PERSON":
                self._offices.setdefault(self._full[n.words], set()).update(held(parse, n, self.at))
        self._ending: dict[str, set[str]] = {}
        self._surnames: dict[str, set[str]] = {}
        for n in self.names:
            if len(n.words) > 1 and n.kind == "PERSON":
                self._surnames.setdefault(n.words[-1], set()).add(self._full.get(n.words, n.text))
            elif len(n.words) > 1:
                self._ending.setdefault(n.words[-1], set()).add(self._full.get(n.words, n.text))
        self._uncapitalised = {t.text for t in parse.tokens if t.text.islower()}
        self._meant_by = antecedents(parse, tuple(self._referents()), name_rules().pronouns)

    def _fullest(self) -> dict[tuple[str, ...], str]:
        """For each name's words, the longest name of the article that they can only stand for."""
        longest: dict[tuple[str, ...], Named] = {}
        for n in self.names:
            if n.words not in longest or (longest[n.words].text.isupper() and n.text.istitle()):
                longest[n.words] = n
        full = {words: n.text for words, n in longest.items()}
        by_edge: dict[str, list[Named]] = {}
        for n in longest.values():
            for word in {n.words[0], n.words[-1]}:
                by_edge.setdefault(word, []).append(n)
        last_names = {n.words for n in self.names if len(n.words) == 1 and self._has_office(n)}
        for words, n in longest.items():
            if n.kind != "PERSON" and len(words) == 1:
                persons = {
                    o.words: o for o in by_edge[words[0]][:_SHARING] if o.kind == "PERSON" and o.words[-1] == words[0]
                }
                if len(persons) == 1:
                    full[words] = next(iter(persons.values())).text
                    continue
            if n.kind not in ("PERSON", "ORG", "FAC"):
                continue
            near = {o.words: o for word in (words[0], words[-1]) for o in by_edge[word][:_SHARING] if o.kind == n.kind}
            if n.kind == "PERSON":
                wider = [o for o in near.values() if _stands_for(words, o.words)]
                if words in last_names:
                    wider = [o for o in wider if o.words[-1] == words[0]]
            else:
                wider = [o for o in near.values() if len(o.words) > len(words) and o.words[: len(words)] == words]
            top = [o for o in wider if not any(_stands_for(o.words, e.words) for e in wider)]
            if len({o.words for o in top}) == 1:
                full[words] = top[0].text
        return full

    def _has_office(self, n: Named) -> bool:
        """True if a title stands in front of a name that is followed by a last name alone: "President Vale"."""
        title = plain(self._parse.tokens[n.first - 1].text).strip(".") if n.first else ""
        rules = name_rules()
        return n.kind == "PERSON" and title in rules.titles - rules.before_first_names

    def _acronyms(self) -> None:
        """Register short forms in brackets after their long forms: "Harbour Safety Board (HSB)"."""
        tokens = self._parse.tokens
        for n in self.names:
            if n.last + 1 < len(tokens) and tokens[n.last].text == "(":
                short = tokens[n.last + 1].text
                if short.isupper() and 2 <= len(short) <= 8 and _initials(n.text).startswith(short[:2]):
                    self._full[name_words(short)] = self._full.get(n.words, n.text)
        for n in self.names:
            if n.kind == "ORG" and len(n.words) == 1 and n.text.isupper():
                long = {o.text for o in self.names if o.kind == "ORG" and _initials(o.text) == n.text}
                if len(long) == 1:
                    self._full.setdefault(n.words, n.text)
                    self._full[n.words] = long.pop()

    def _describe(self) -> None:
        """Descriptions that come with a name: the title in front, the apposition beside it."""
        tokens = self._parse.tokens
        for n in self.names:
            if n.kind != "PERSON":
                continue
            i = n.first - 1
            while (
                i >= n.first - _TITLE_WORDS
                and i >= 0
                and tokens[i].sentence == tokens[n.first].sentence
                and tokens[i].dep in ("compound", "amod", "nmod")
            ):
                if tokens[i].pos in ("NOUN", "PROPN") and not tokens[i].entity:
                    self._described.setdefault(plain(tokens[i].lemma), set()).add(self._full[n.words])
                i -= 1
            head = n.last - 1
            for c in self._parse.children[head][:MOST]:
                if tokens[c].dep == "appos" and tokens[c].pos == "NOUN" and not tokens[c].entity:
                    self._described.setdefault(plain(tokens[c].lemma), set()).add(self._full[n.words])
            up = tokens[head].head
            if tokens[head].dep == "appos" and tokens[up].pos == "NOUN" and not tokens[up].entity:
                self._described.setdefault(plain(tokens[up].lemma), set()).add(self._full[n.words])

    def full(self, name: str) -> str:
        """Return the fullest form of a name."""
        words = name_words(name)
        return self._full.get(words, name)

    def kind(self, text: str) -> str:
        """Of what kind a name is whose full form the text is; "" where it is not one of the article's.

        What the model takes for a place and no gazetteer knows may as well be a surname: it is a "NAME".
        """
        kind = self._kinds.get(text, "")
        return "NAME" if kind in ("GPE", "LOC") and not look_up(text) else kind

    def office(self, head: int, name: str) -> str | None:
        """Return the office of the person a phrase names: the one the article gives the name, else by its own words."""
        held_by = self._offices.get(name, set())
        if held_by or self.kind(name):
            return next(iter(held_by)) if len(held_by) == 1 else None
        return office(self._parse, head, self.at)

    def at(self, i: int) -> Named | None:
        """Return the name that a token is part of."""
        return self._at.get(i)

    def who(self, head: int, speaker: str | None = None) -> tuple[Span, str, str]:
        """Span, words and normal form of the phrase with this head; `speaker` is whoever says "I" there."""
        parse, token = self._parse, self._parse.tokens[head]
        n = self._at.get(head)
        if n is not None:
            last = self._numbered(n.last)
            span = Span(parse.tokens[n.first].start, max(parse.tokens[last - 1].end, parse.tokens[n.first].end))
            text = span.of(parse.text)
            return span, text, text if last > n.last else self._full.get(n.words, n.text)
        if token.pos == "PRON":
            span = Span(token.start, token.end)
            return span, token.text, self._behind(token, speaker) or token.text
        span = phrase(parse, head)
        if token.pos == "PROPN":
            span = Span(span.start, max(span.end, parse.tokens[self._numbered(head + 1) - 1].end))
        text = span.of(parse.text)
        name = self._beside(head) or self._meant(token)
        if name is None and span == Span(token.start, token.end):
            name = self._surname(token)
        return span, text, name or (self._surname(token) if token.pos == "PROPN" else None) or described(text)

    def _beside(self, head: int) -> str | None:
        """Return the name beside a description of its bearer: "the harbour minister, Ada Vale, said"."""
        named = (self._at.get(c) for c in self._parse.children[head][:MOST] if self._parse.tokens[c].dep == "appos")
        return next((self._full.get(n.words, n.text) for n in named if n is not None), None)

    def _surname(self, token: Token) -> str | None:
        """Return the one person whose last name is a word that was taken for no name, perhaps for a noun."""
        may_name = token.pos == "PROPN" or (token.text[:1].isupper() and token.text.lower() not in self._uncapitalised)
        words = name_words(token.text) if may_name else ()
        persons = self._surnames.get(words[0], set()) if len(words) == 1 else set()
        return next(iter(persons)) if len(persons) == 1 else None

    def _numbered(self, last: int) -> int:
        """Behind the number that belongs to a product's or a flight's name: "Falcon 9"."""
        tokens = self._parse.tokens
        number = last < len(tokens) and tokens[last].dep == "nummod" and tokens[last].head < last
        return last + 1 if number and tokens[last].text.isalnum() else last

    def _meant(self, noun: Token) -> str | None:
        """Whom a definite description stands for: who was so described, else the one name that ends in its noun."""
        parse = self._parse
        definite = any(
            parse.tokens[c].dep == "det" and plain(parse.tokens[c].text) == "the" for c in parse.children[noun.i][:MOST]
        )
        if not definite:
            return None
        described = self._described.get(plain(noun.lemma), set())
        if len(described) == 1:
            return next(iter(described))
        bare = len(parse.children[noun.i]) == 1
        ending = self._ending.get(plain(noun.text), set())
        return next(iter(ending)) if bare and len(ending) == 1 and not described else None

    def _behind(self, pronoun: Token, speaker: str | None) -> str | None:
        """Whom a pronoun stands for; "I" is whoever speaks."""
        return speaker if plain(pronoun.text) in name_rules().speaking else self._meant_by.get(pronoun.i)

    def _referents(self) -> Iterator[Referent]:
        """All that a pronoun may stand for: names, and surnames that were not taken for names."""
        persons = {self._full.get(n.words, n.text) for n in self.names if n.kind == "PERSON"}
        for n in self.names:
            name = self._full.get(n.words, n.text)
            if name in persons or n.kind in _THINGS:
                subject = is_subject(self._parse, n.first, n.last)
                yield Referent(n.first, n.last, name, name in persons, subject, self._gender(n.first))
        for token in self._parse.tokens:
            if token.i not in self._at:
                person = self._surname(token) or self._in_office(token)
                if person is not None:
                    yield Referent(token.i, token.i + 1, person, True, is_subject(self._parse, token.i, token.i + 1))

    def _in_office(self, noun: Token) -> str | None:
        """Whom "the Ukrainian president" means in this article, else these words: "he" may stand for them."""
        held_by = office(self._parse, noun.i, self.at) if noun.pos == "NOUN" else None
        if held_by is None:
            return None
        words = phrase(self._parse, noun.i).of(self._parse.text)
        name = self._meant(noun) or words
        if name == words:
            self._offices.setdefault(words, set()).add(held_by)
        return name

    def _gender(self, first: int) -> str:
        """Return "he" or "she" by the title in front of a person's name ("Mr", "Ms"), else ""."""
        title = plain(self._parse.tokens[first - 1].text).strip(".") if first else ""
        return name_rules().gendered.get(title, "")


def _stands_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True if a shorter name can stand for a longer: its last word, its first, or its ends."""
    if len(short) >= len(long):
        return False
    return (
        short == long[-len(short) :]
        or short == long[: len(short)]
        or (len(short) > 1 and short[0] == long[0] and short[-1] == long[-1])
    )


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"\w+", name) if w[0].isupper())
