"""Who takes part in each event: agent, patient, speaker and topic, with the fullest name that the article gives.

The grammar decides: a subject acts, a passive subject suffers, "by" names who acts behind a passive or a noun.  Where
a verb has no subject of its own, that of the clause it hangs on is taken.  Words whose grammar misleads stand in
`rules/actor_roles.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from transforms.events.participants.entities import Register
from transforms.language.clauses import QUESTION_WORDS
from transforms.language.closed_class import closed_class
from transforms.language.datelines import subject_behind
from transforms.language.parse import Parse, Token
from transforms.language.phrases import MOST, child, conjuncts
from transforms.model import Actor, ActorRole, Mention, Statement
from transforms.rules.event_files import read_rules

FILES = ("actor_roles.toml", "names.toml")
_AGAINST = closed_class("aimed_at")
_TOWARDS = _AGAINST | closed_class("done_with")
_PARTIES = frozenset({"PERSON", "ORG", "NORP", "PRODUCT"})
_ABOUT = closed_class("concerning")
_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = closed_class("relative")
_STEPS = 6
"""How many clauses up a subject is looked for."""

Found = tuple[ActorRole, int]


@cache
def role_words() -> dict[str, frozenset[str]]:
    """Load `actor_roles.toml`: rule id → lemmas."""
    return {rule["id"]: frozenset(rule["lemmas"]) for rule in read_rules("actor_roles.toml")["roles"]}


def find_actors(
    parse: Parse,
    mentions: Sequence[Mention],
    chains: Sequence[Sequence[Statement]] = (),
    register: Register | None = None,
) -> tuple[tuple[Actor, ...], ...]:
    """Find the actors of each mention; `chains` are the statements it stands in: the innermost says who "I" is.

    A light verb's subject and object pass to the event it serves.
    """
    register = register or Register(parse)
    found: list[list[Found]] = [list(_participants(parse, m)) for m in mentions]
    for i, mention in enumerate(mentions):
        if mention.serves is not None and mention.event_class == "light":
            of_served = found[mention.serves]
            taken = {role for role, _ in of_served}
            served = mentions[mention.serves].head
            of_served += [(role, i) for role, i in found[i] if role not in taken and i != served]
    speakers = [chains[i][-1].source_name if i < len(chains) and chains[i] else None for i in range(len(mentions))]
    return tuple(_actors(parse, register, roles, speaker) for roles, speaker in zip(found, speakers, strict=True))


def _actors(parse: Parse, register: Register, found: Sequence[Found], speaker: str | None) -> tuple[Actor, ...]:
    actors: dict[tuple[ActorRole, int], Actor] = {}
    for role, head in found:
        for one in conjuncts(parse, head):
            if parse.tokens[one].tag not in QUESTION_WORDS and parse.tokens[one].pos in (
                "NOUN",
                "PROPN",
                "PRON",
                "NUM",
                "ADJ",
                "DET",
                "X",
            ):
                span, text, name = register.who(one, speaker)
                kind, office = register.kind(name), register.office(one, name)
                actors.setdefault((role, span.start), Actor(role, span, text, name, kind, office))
    return tuple(sorted(actors.values(), key=lambda a: (a.span, a.role)))


def _participants(parse: Parse, mention: Mention) -> Iterator[Found]:
    """Roles and heads around one mention."""
    token = parse.tokens[mention.head]
    if token.pos in ("VERB", "AUX"):
        yield from _of_verb(parse, mention, token)
    else:
        yield from _of_noun(parse, mention, token)


def _antecedent(parse: Parse, word: int, verb: Token) -> int:
    """Return the noun that a relative pronoun stands for, else the word itself."""
    if parse.tokens[word].text.casefold() in _RELATIVE and verb.dep == "relcl":
        return verb.head
    return word


def _subject(parse: Parse, verb: Token) -> tuple[int, bool] | None:
    """Return the head of a verb's subject, its own or its governing clause's, and whether it is a patient."""
    for _ in range(_STEPS):
        own = child(parse, verb.i, *_SUBJECTS)
        own = own if own is None else subject_behind(parse, verb.i, own)
        if own is not None:
            return _antecedent(parse, own, verb), parse.tokens[own].dep == "nsubjpass"
        up = parse.tokens[verb.head]
        if verb.dep in ("acl", "relcl"):
            return (up.i, verb.tag == "VBN") if up.pos not in ("VERB", "AUX") else None
        if verb.dep == "xcomp":
            controller = child(parse, up.i, "dobj")
            if controller is not None:
                return controller, verb.tag == "VBN"
        elif verb.dep == "pcomp":
            up = parse.tokens[up.head] if up.pos == "ADP" else up
        elif verb.dep not in ("conj", "advcl", "ccomp"):
            return None
        if up.i == verb.i or up.pos not in ("VERB", "AUX"):
            return None
        verb = up
    return None


def _shares_passive(parse: Parse, verb: Token) -> bool:
    """True if a participle shares the passive of the verb that it is joined to: "was shot and killed"."""
    if verb.tag != "VBN" or child(parse, verb.i, "aux", "dobj", "ccomp", "xcomp", *_SUBJECTS) is not None:
        return False
    for _ in range(_STEPS):
        if verb.dep != "conj":
            return False
        verb = parse.tokens[verb.head]
        if child(parse, verb.i, "auxpass") is not None:
            return True
    return False


def _of_verb(parse: Parse, mention: Mention, verb: Token) -> Iterator[Found]:
    speaks = mention.event_class == "reporting"
    suffers = verb.lemma in role_words()["subject-suffers"]
    passive = (
        child(parse, verb.i, "nsubjpass", "auxpass") is not None
        or (verb.tag == "VBN" and verb.dep in ("acl", "advcl"))
        or _shares_passive(parse, verb)
    )
    subject = _subject(parse, verb)
    if subject is not None:
        head, _ = subject
        yield ("patient" if passive or suffers else "speaker" if speaks else "agent"), head
    for c in parse.children[verb.i][:MOST]:
        token = parse.tokens[c]
        if token.dep == "agent":
            by = child(parse, c, "pobj")
            if by is not None:
                yield ("speaker" if speaks else "agent"), by
        elif token.dep in ("dobj", "dative", "obj", "iobj") and token.pos != "ADP":
            yield ("topic" if speaks and token.dep == "dobj" else "patient"), _antecedent(parse, c, verb)
        elif token.dep in ("prep", "dative"):
            behind = child(parse, c, "pobj")
            word = token.text.casefold()
            if behind is None or parse.tokens[behind].entity in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"):
                continue
            if speaks and word in _ABOUT:
                yield "topic", behind
            elif word in _TOWARDS and parse.tokens[behind].entity in _PARTIES:
                yield "patient", behind


def _of_noun(parse: Parse, mention: Mention, noun: Token) -> Iterator[Found]:
    words = role_words()
    owner_suffers = noun.lemma in words["owner-suffers"]
    speaks = mention.event_class == "reporting"
    does: ActorRole = "speaker" if speaks else "agent"
    for c in parse.children[noun.i][:MOST]:
        token = parse.tokens[c]
        if token.dep == "poss":
            yield ("patient" if owner_suffers else does), c
        elif token.dep in ("compound", "amod", "nmod") and token.entity in ("PERSON", "ORG", "NORP", "GPE", "PRODUCT"):
            yield ("patient" if owner_suffers and token.entity in ("PERSON", "ORG") else does), c
        elif token.dep == "prep":
            behind = child(parse, c, "pobj")
            word = token.text.casefold()
            if behind is None or parse.tokens[behind].entity in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"):
                continue
            if word == "by":
                yield does, behind
            elif word == "of":
                yield (does if noun.lemma in words["of-does"] else "topic" if speaks else "patient"), behind
            elif word in _AGAINST and parse.tokens[behind].entity not in ("", "FAC", "LOC", "GPE"):
                yield "patient", behind
            elif speaks and word in _ABOUT:
                yield "topic", behind
