"""Parses as bytes, so that a text need not be parsed again where only the rules have changed.

    content = packed(parse)            # about one byte for each of the text
    unpacked(content, text) == parse   # `None` where the parse is of another text

What the text itself says is left out: words are slices of it.  The rest is one Arrow record batch of one row, behind a
hash of the text and one of the batch, so that neither another text nor damage goes unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
import pyarrow as pa

from transforms.language.parse import Parse, Token, parse_of

_HASH_BYTES = 16
_NUMBERS = ("gap", "length", "head", "lemma", "tag", "pos", "dep", "entity")
_FLAGS = ("entity_start", "sentence_start")
_SCHEMA = pa.schema(
    [
        *((name, pa.list_(pa.int32())) for name in _NUMBERS),
        *((name, pa.list_(pa.bool_())) for name in _FLAGS),
        ("lemmas", pa.list_(pa.string())),
        ("labels", pa.list_(pa.string())),
    ]
)
_SCHEMA_BYTES = _SCHEMA.serialize().size
_OPTIONS = pa.ipc.IpcWriteOptions(compression="zstd")
_AS_WRITTEN, _IN_SMALL_LETTERS = 0, 1
_LISTED = 2
"""Where the codes of listed lemmas begin: the two before say that the lemma follows from the word."""


def packed(parse: Parse) -> bytes:
    """Return a parse as bytes."""
    lemmas: dict[str, int] = {}
    labels: dict[str, int] = {}

    def codes(words: Iterable[str]) -> list[int]:
        return [labels.setdefault(word, len(labels)) for word in words]

    def lemma(token: Token) -> int:
        if token.lemma == token.text:
            return _AS_WRITTEN
        if token.lemma == token.text.lower():
            return _IN_SMALL_LETTERS
        return lemmas.setdefault(token.lemma, len(lemmas)) + _LISTED

    tokens = parse.tokens
    ends = [0, *(token.end for token in tokens[:-1])]
    firsts = {sentence.first for sentence in parse.sentences}
    columns = {
        "gap": [token.start - end for token, end in zip(tokens, ends, strict=False)],
        "length": [token.end - token.start for token in tokens],
        "head": [token.head - token.i for token in tokens],
        "lemma": [lemma(token) for token in tokens],
        "tag": codes(token.tag for token in tokens),
        "pos": codes(token.pos for token in tokens),
        "dep": codes(token.dep for token in tokens),
        "entity": codes(token.entity for token in tokens),
        "entity_start": [token.entity_start for token in tokens],
        "sentence_start": [token.i in firsts for token in tokens],
        "lemmas": list(lemmas),
        "labels": list(labels),
    }
    batch = pa.record_batch([pa.array([columns[field.name]], field.type) for field in _SCHEMA], schema=_SCHEMA)
    content = _serialized(batch)
    return _text_hash(parse.text) + _hash(content) + content


def is_whole(content: bytes) -> bool:
    """True if the bytes are as `packed` made them."""
    return content[_HASH_BYTES : 2 * _HASH_BYTES] == _hash(content[2 * _HASH_BYTES :])


def unpacked(content: bytes, text: str) -> Parse | None:
    """Return the parse of a text, or `None` where these bytes are not, or not wholly, a parse of it."""
    if content[:_HASH_BYTES] != _text_hash(text) or not is_whole(content):
        return None
    batch = pa.ipc.read_record_batch(pa.py_buffer(content[2 * _HASH_BYTES :]), _SCHEMA)
    column = {name: batch.column(name).flatten() for name in _SCHEMA.names}
    number = {name: column[name].to_numpy() for name in _NUMBERS}
    begins = np.cumsum(number["gap"]) + np.cumsum(number["length"]) - number["length"]
    starts, ends = begins.tolist(), (begins + number["length"]).tolist()
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    lemmas, labels = column["lemmas"].to_pylist(), np.array(column["labels"].to_pylist(), dtype=object)
    tag, pos, dep, entity = (labels[number[name]].tolist() for name in ("tag", "pos", "dep", "entity"))
    places = np.arange(len(words))
    first_of_name, first = (column[name].to_numpy(zero_copy_only=False) for name in _FLAGS)
    columns = (
        places.tolist(),
        starts,
        ends,
        words,
        [_lemma(code, word, lemmas) for code, word in zip(number["lemma"].tolist(), words, strict=True)],
        tag,
        pos,
        dep,
        (places + number["head"]).tolist(),
        entity,
        first_of_name.tolist(),
        (np.cumsum(first) - 1).tolist(),
    )
    return parse_of(text, tuple(map(Token._make, zip(*columns, strict=True))))


def _lemma(code: int, word: str, listed: list[str]) -> str:
    if code >= _LISTED:
        return listed[code - _LISTED]
    return word.lower() if code == _IN_SMALL_LETTERS else word


def _serialized(batch: pa.RecordBatch) -> bytes:
    """Return the batch without its schema, which is always the same."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, _SCHEMA, options=_OPTIONS) as writer:
        writer.write_batch(batch)
        end = sink.tell()
    return bytes(sink.getvalue()[_SCHEMA_BYTES:end])


def _text_hash(text: str) -> bytes:
    return _hash(text.encode("utf-8", "surrogatepass"))


def _hash(content: bytes) -> bytes:
    return blake2b(content, digest_size=_HASH_BYTES).digest()
