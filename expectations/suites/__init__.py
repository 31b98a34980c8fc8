"""Suites: declarative lists of expectations, one module a table."""

from expectations.suites import (
    article,
    attribution,
    event,
    event_actor,
    event_bound,
    event_mention,
    event_place,
    event_relation,
    mention_bound,
    mention_time,
    quantity,
    time_expression,
)

SUITES = tuple(
    module.SUITE
    for module in (
        article,
        time_expression,
        event_mention,
        mention_time,
        mention_bound,
        attribution,
        event,
        event_bound,
        event_relation,
        event_actor,
        event_place,
        quantity,
    )
)
"""What a timeline must hold before it is published, in the order in which it is judged."""
