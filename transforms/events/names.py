"""Names within one article and their normal form: the fullest name the text gives for whom a phrase speaks of.

"Ms Vale" and "she" stand for "Ada Vale" where the article names one Ada Vale; "the NCB" for "National Coast Bureau
(NCB)"; "the harbour minister" for "Harbour Minister Ada Vale".  What is not certain keeps its own words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from transforms.events.phrases import MOST, phrase
from transforms.events.rule_files import read_rules
from transforms.language import Parse, Token
from transforms.model import Span

NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_PERSONS = frozenset({"PERSON"})
_THINGS = frozenset({"ORG", "PRODUCT", "FAC", "GPE", "EVENT", "WORK_OF_ART"})
_SENTENCES_BACK = 2
_LOOK_BACK = 40
"""How many names before a pronoun are looked at."""
_OFTEN = 4
_TITLE_WORDS = 8
_SHARING = 20
"""How many names that share a word are weighed against one another: more are no one's short form."""
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class NameRules:
    """The words of `names.toml`."""

    titles: frozenset[str]
    company_endings: frozenset[str]
    pronouns: frozenset[str]
    things: frozenset[str]
    speaking: frozenset[str]
    spellings: tuple[tuple[str, str], ...]


@cache
def name_rules() -> NameRules:
    """Load `names.toml`."""
    told = read_rules("names.toml")
    written = [(w, s["ending"]) for s in told["spelling"] for w in s["written"]]
    return NameRules(
        titles=frozenset(told["titles"]),
        company_endings=frozenset(told["company_endings"]),
        pronouns=frozenset(told["people"]["pronouns"]),
        things=frozenset(told["people"]["things"]),
        speaking=frozenset(told["people"]["speaking"]),
        spellings=tuple(sorted(written, key=lambda pair: (-len(pair[0]), pair))),
    )


def plain(text: str) -> str:
    """Lower case, without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart: plain, without "the", titles in front and company endings behind."""
    rules = name_rules()
    words = [w for w in _WORD.findall(plain(_POSSESSIVE.sub("", name))) if w not in ("the", "s")]
    while len(words) > 1 and words[0] in rules.titles:
        words.pop(0)
    while len(words) > 1 and words[-1] in rules.company_endings:
        words.pop()
    return tuple(words)


@cache
def spelling(word: str) -> str:
    """One spelling for what transliteration writes in several ways: doubled letters once, known endings as one."""
    for written, ending in name_rules().spellings:
        if len(word) - len(written) >= 3 and word.endswith(written):
            word = word[: -len(written)] + ending
            break
    return "".join(c for i, c in enumerate(word) if not i or c != word[i - 1])


def name_key(name: str) -> str:
    """What two spellings of one name share, for looking up; not meant for reading."""
    return " ".join(spelling(w) for w in name_words(name))


class Named(NamedTuple):
    """One name as it stands in the text: its tokens (half-open), type and words."""

    first: int
    last: int
    kind: str
    text: str
    words: tuple[str, ...]


def _runs(parse: Parse) -> list[tuple[int, int]]:
    """Tokens of each name, half-open."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    before: Token | None = None
    for token in parse.tokens:
        goes_on = (
            before is not None
            and token.entity == before.entity
            and not token.entity_start
            and token.sentence == before.sentence
        )
        if first is not None and not goes_on:
            runs.append((first, token.i))
            first = None
        if first is None and token.entity in NAMED:
            first = token.i
        before = token
    if first is not None:
        runs.append((first, len(parse.tokens)))
    return runs


def named(parse: Parse) -> tuple[Named, ...]:
    """All names of the text, without articles, titles in front of a person and a possessive behind."""
    rules = name_rules()
    found = []
    for first, last in _runs(parse):
        kind = parse.tokens[first].entity
        while first < last - 1 and (
            parse.tokens[first].dep == "det"
            or (kind == "PERSON" and plain(parse.tokens[first].text).strip(".") in rules.titles)
        ):
            first += 1
        while last - 1 > first and parse.tokens[last - 1].tag in ("POS", "''", ".", ","):
            last -= 1
        text = _POSSESSIVE.sub("", parse.text[parse.tokens[first].start : parse.tokens[last - 1].end])
        words = name_words(text)
        if words:
            found.append(Named(first, last, kind, text, words))
    return tuple(found)


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
        self._names_full = frozenset(self._full.values())
        self._firsts = [n.first for n in self.names]
        self._told = Counter(self._full.get(n.words, n.text) for n in self.names)
        self._ending: dict[str, set[str]] = {}
        self._surnames: dict[str, set[str]] = {}
        for n in self.names:
            if len(n.words) > 1 and n.kind == "PERSON":
                self._surnames.setdefault(n.words[-1], set()).add(self._full.get(n.words, n.text))
            elif len(n.words) > 1:
                self._ending.setdefault(n.words[-1], set()).add(self._full.get(n.words, n.text))

    def _fullest(self) -> dict[tuple[str, ...], str]:
        """For each name's words, the longest name of the article that they can only stand for."""
        longest: dict[tuple[str, ...], Named] = {}
        for n in self.names:
            if n.words not in longest:
                longest[n.words] = n
        full = {words: n.text for words, n in longest.items()}
        by_edge: dict[str, list[Named]] = {}
        for n in longest.values():
            for word in {n.words[0], n.words[-1]}:
                by_edge.setdefault(word, []).append(n)
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
            else:
                wider = [o for o in near.values() if len(o.words) > len(words) and o.words[: len(words)] == words]
            top = [o for o in wider if not any(_stands_for(o.words, e.words) for e in wider)]
            if len({o.words for o in top}) == 1:
                full[words] = top[0].text
        return full

    def _acronyms(self) -> None:
        """A short form in brackets behind its long form: "Harbour Safety Board (HSB)"."""
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
        """The fullest form of a name."""
        words = name_words(name)
        return self._full.get(words, name)

    def is_name(self, text: str) -> bool:
        """Whether the text is the full form of one of the article's names."""
        return text in self._names_full

    def at(self, i: int) -> Named | None:
        """The name that a token is part of."""
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
        return span, text, self._meant(token) or self._surname(token, text) or text

    def _surname(self, token: Token, text: str) -> str | None:
        """The one person whose last name a word is that was not taken for a name."""
        words = name_words(text) if token.pos == "PROPN" else ()
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
        """For "he", "she" and "it": the likeliest name of the two sentences before; for "I": who speaks."""
        word, rules = plain(pronoun.text), name_rules()
        if word in rules.speaking:
            return speaker
        if word in rules.pronouns:
            kinds = _PERSONS
        elif word in rules.things:
            kinds = _THINGS
        else:
            return None
        tokens = self._parse.tokens
        best: tuple[float, int, Named] | None = None
        at = bisect_left(self._firsts, pronoun.i)
        for n in reversed(self.names[max(0, at - _LOOK_BACK) : at]):
            apart = pronoun.sentence - tokens[n.first].sentence
            if apart > _SENTENCES_BACK:
                break
            if n.kind not in kinds or n.last > pronoun.i:
                continue
            subject = any(tokens[i].dep in ("nsubj", "nsubjpass") for i in range(n.first, n.last))
            if kinds is _THINGS and not subject:
                continue
            name = self._full.get(n.words, n.text)
            score = 2 * subject - apart + min(self._told[name], _OFTEN) / 2
            if best is None or (score, n.first) > best[:2]:
                best = (score, n.first, n)
        return None if best is None else self._full.get(best[2].words, best[2].text)


def _stands_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a shorter name can stand for a longer: its last word, its first, or its ends."""
    if len(short) >= len(long):
        return False
    return (
        short == long[-len(short) :]
        or short == long[: len(short)]
        or (len(short) > 1 and short[0] == long[0] and short[-1] == long[-1])
    )


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"\w+", name) if w[0].isupper())
