"""Documents made from the settings: `dateline.example.toml` and the reference page."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from itertools import groupby

from flows.settings.load import Option, options, source_options

SECTIONS = {
    "run": "How a run is carried out.",
    "read": "What is read, and what is kept of it.",
    "annotate": "How articles are annotated.",
    "rules": "Rules of your own (docs/how-to/own-rules.md).",
    "check": "Checks of your own (docs/how-to/own-check.md), and where the checks that look at history warn.",
    "query": "Queries of your own (docs/how-to/own-query.md).",
    "publish": "What is kept of what was published.",
    "decide": "Who decides (docs/how-to/correct-a-timeline.md).",
    "story": "Stories that you follow (docs/how-to/follow-a-story.md).",
    "fetch": "How pages and feeds are fetched.",
    "prefect": "Where flows run.",
}


def example_toml() -> str:
    """Return a configuration file with every setting at its default, commented out."""
    return "\n".join(_example_lines()) + "\n"


def _example_lines() -> Iterator[str]:
    yield "# Settings of dateline: copy this file to dateline.toml and take away the # before what you change."
    yield "# A variable (DATELINE_RUN_WORKERS for run.workers) outranks this file, a flag outranks both."
    for section, group in groupby(options(), lambda option: option.section):
        yield ""
        if section:
            yield f"[{section}]"
        for option in group:
            yield from _example_option(option)
    yield ""
    yield "# What `dateline run` reads when no SOURCE is named: one table each."
    yield "# [[source]]"
    for option in source_options():
        yield from _example_option(option)


def _example_option(option: Option) -> Iterator[str]:
    yield from textwrap.wrap(option.meaning, 110, initial_indent="# ", subsequent_indent="#   ")
    yield f"# {option.name} = {toml_value(option.default)}"


def toml_value(value: object) -> str:
    """Return a setting's value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return '""'
    if isinstance(value, tuple):
        return f"[{', '.join(json.dumps(part) for part in value)}]"
    return str(value) if isinstance(value, int | float) else json.dumps(str(value))


def reference_page() -> str:
    """`docs/reference/settings.md`."""
    made = [
        "# Settings",
        "",
        "Made from `flows/settings/__init__.py` by `python -m flows.settings.reference`; a test holds it to that.",
        "",
        "A value is looked for in this order, the last one found holds: the default, `dateline.toml` in the working",
        "folder (or the file that `--config` or `DATELINE_CONFIG` names), the variable of the environment, the flag.",
        "`dateline config show` prints each value with its origin; an unknown name is an error that says what was",
        "probably meant. A path in the file is relative to the file.",
    ]
    for section, group in groupby(options(), lambda option: option.section):
        made += ["", f"## [{section}]" if section else "## At the top", ""]
        if section:
            made += [SECTIONS[section], ""]
        made += _table(tuple(group), with_variable=True)
    made += ["", "## [[source]]", "", "One table for each source that `dateline run` reads when none is named.", ""]
    made += _table(source_options(), with_variable=False)
    made += ["", "`DATELINE_CONFIG` names the file; `DATELINE_TRACEBACK=1` shows where an error arose.", ""]
    return "\n".join(made)


def _table(items: tuple[Option, ...], *, with_variable: bool) -> list[str]:
    head = ["setting", "default", *(["variable"] if with_variable else []), "meaning"]
    made = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for option in items:
        cells = [f"`{option.name}`", f"`{toml_value(option.default)}`"]
        cells += [f"`{option.variable}`"] if with_variable else []
        made.append("| " + " | ".join([*cells, option.meaning.replace("|", "\\|") + _limits(option)]) + " |")
    return made


def _limits(option: Option) -> str:
    low, high = option.field.metadata["least"], option.field.metadata["greatest"]
    limits = [f"at least {low:g}" if low is not None else "", f"at most {high:g}" if high is not None else ""]
    return f" ({', '.join(filter(None, limits))})" if any(limits) else ""


def main() -> None:
    """Write both documents below the working folder, the repository's root."""
    from pathlib import Path

    Path("dateline.example.toml").write_text(example_toml(), encoding="utf-8")
    page = Path("docs/reference/settings.md")
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(reference_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
