"""Which words of a text tell a habit or a state, all other stages done."""

from __future__ import annotations

from datetime import date

from transforms.events.attribution import chains_of, find_statements
from transforms.events.mentions import find_mentions
from transforms.events.mentions.standing import with_states
from transforms.events.modality import judge
from transforms.language.parse import Parse
from transforms.model import Article
from transforms.times import find_times

PUBLISHED = date(2031, 6, 11)
"""A Wednesday."""


def states_of(parsed: Parse, text: str) -> set[int]:
    """Where the mentions begin that tell of no happening but of a habit or a state."""
    times = find_times(Article("", text, language="en", published=PUBLISHED))
    mentions = find_mentions(parsed, times)
    chains = chains_of([mention.trigger for mention in mentions], find_statements(parsed))
    judgements = judge(parsed, mentions, chains, times, PUBLISHED)
    return {m.trigger.start for m in with_states(parsed, mentions, judgements, times) if m.event_class == "state"}
