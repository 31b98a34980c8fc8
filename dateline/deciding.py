"""The function by which a person settles what a row says."""

from __future__ import annotations

import os
from pathlib import Path

from dateline.values import Decided


def decide(
    about: str,
    action: str,
    *value: str,
    store: str | Path | None = None,
    who: str | None = None,
    why: str = "",
    dry_run: bool = False,
) -> Decided:
    """Settle what a row of the published timeline says, and publish it again; it holds in every later run.

    Args:
        about: the id of an event, or of an article for `published` and `exclude`, or the beginning of one.
        action: what is settled: `date`, `merge`, `split`, `hide`, `show`, `level`, `title`, `type`, `modality`,
            `place`, `actor`, `note`, `star`, `dispute`, `confirm`, `published` or `exclude`.
        value: what it takes: a date, a text, another event, mentions, names.
        store: the store's folder; else that of the settings.
        who: who decides; else who the settings name, else the account's name.
        why: why, for those who read the decision.
        dry_run: show the rows before and after, and decide nothing.

    Raises:
        DatelineError: where the action takes no such value, or there is no such action.
        WarehouseError: where nothing is published, or nothing has that id.
        GateClosedError: where a critical check failed; the decision stays written down.
    """
    from flows.decide import decider, settle
    from flows.errors import DatelineError
    from flows.settings.load import configure
    from transforms.decisions.values import known_action
    from warehouse.access.deciding import Asked

    given = {"store": Path(store) if store is not None else None}
    settings = configure(os.environ, given).settings
    known = known_action(action)
    if known is None:
        raise DatelineError(f"{action!r} is no action")
    asked = Asked(about, known, value, decider(settings, who), why)
    settled = settle(settings, [asked], dry_run=dry_run)
    return Decided(settled.decisions[0].decision_id, tuple(settled.before), tuple(settled.after), dry_run)
