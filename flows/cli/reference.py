"""`docs/reference/commands.md`, made from the commands themselves: `python -m flows.cli.reference`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from flows.cli import COMMANDS, dateline

_SHARED = ("store", "config", "quiet", "help")


def reference_page() -> str:
    """Return the page as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield "Made from the commands themselves by `python -m flows.cli.reference`; a test holds it to that."
    yield ""
    yield "stdout is data, stderr is talk. Exit codes: 0 done, 1 error, 2 usage, 3 checks failed and nothing was"
    yield "published (the last good timeline stays), 130 interrupted."
    yield ""
    yield "Every command takes `--store DIR` (else `DATELINE_STORE`, else `store` in `dateline.toml`, else `./store`),"
    yield "`--config FILE`, `--quiet` and `--help`. Ids are accepted by a unique beginning; dates are `2024`, `2024-03`"
    yield "or a day. `--format` is `table`, `csv`, `json`, `jsonl` or `parquet`; a pipe gets plain text without colour."
    with click.Context(dateline, info_name="dateline") as context:
        for name in COMMANDS:
            command = dateline.get_command(context, name)
            assert command
            yield from _command(f"dateline {name}", command)


def _command(title: str, command: click.Command) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield inspect.cleandoc(command.help or "")
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _command(f"{title} {name}", inner)
        return
    arguments = " ".join(
        p.make_metavar(click.Context(command)) for p in command.params if isinstance(p, click.Argument)
    )
    yield ""
    yield f"    {' '.join(filter(None, [title, '[OPTIONS]', arguments]))}"
    options = [p for p in command.params if isinstance(p, click.Option) and p.name not in _SHARED]
    if options:
        yield ""
        yield "| option | meaning |"
        yield "|---|---|"
        for option in options:
            usage = " ".join([*option.opts, *([] if option.is_flag else [_metavar(option, command)])])
            yield f"| `{usage}` | {_cell(option.help or '')} |"
    if command.epilog:
        yield ""
        yield "Example:"
        yield ""
        yield f"    {command.epilog}"


def _metavar(option: click.Option, command: click.Command) -> str:
    return _cell(option.make_metavar(click.Context(command)))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the page below the working folder, the repository's root."""
    path = Path("docs/reference/commands.md")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(reference_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
