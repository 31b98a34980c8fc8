"""How does a user ask?  The command `dateline`.

In: a command line.  Out: lines on a terminal and an exit code.  Each family of commands is a module that is imported
when one of its commands is called.  Open `__init__.py` first for the list, then `options.py`.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Final, NoReturn

import click

from flows.cli.errors import one_line
from flows.runtime.safe_path import VARIABLE

COMMANDS: Final = {  # name → module beside this one
    "run": "run_commands",
    "check": "run_commands",
    "rebuild": "run_commands",
    "serve": "serve_command",
    "publish": "version_commands",
    "rollback": "version_commands",
    "versions": "version_commands",
    "forget": "version_commands",
    "backup": "version_commands",
    "diff": "version_commands",
    "annotate": "annotate_command",
    "timeline": "read_commands",
    "query": "read_commands",
    "digest": "digest_command",
    "stories": "stories_command",
    "decide": "decide_commands",
    "decisions": "decide_commands",
    "export": "read_commands",
    "explain": "explain_command",
    "status": "machine_commands",
    "doctor": "machine_commands",
    "config": "machine_commands",
    "demo": "machine_commands",
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's form
        """Return all commands, in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"{__name__}.{COMMANDS[cmd_name]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; where there is none of that name, say which was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(COMMANDS)}"
            ctx.fail(f"there is no command {name!r}; {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Call the command; if nobody reads its output any more (`| head`), it ends without an error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(0) from None


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline")
def dateline() -> None:
    """Read news articles and get back a timeline that can be trusted and queried.

    Exit codes: 0 done, 1 error, 2 usage, 3 checks failed and nothing was published.
    """


def main() -> NoReturn:
    """Run the command and end with its exit code."""
    # For every child of this process, Prefect's and Dask's too: none runs code of the current folder.
    os.environ[VARIABLE] = "1"
    _end(carry_out(sys.argv[1:]))


def carry_out(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; a failure prints one line on stderr."""
    try:
        code = dateline.main(list(arguments), prog_name="dateline", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except BaseException as error:  # the edge of the program: every way to fail gets a line and a code
        if os.environ.get("DATELINE_TRACEBACK"):
            traceback.print_exc()
        line, code = one_line(error)
        if line:
            print(line, file=sys.stderr)
        return code


def _end(code: int) -> NoReturn:
    try:
        sys.stdout.flush()
    except OSError:  # nobody reads any more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # Prefect's threads outlive the interpreter's own end, on which DuckDB's bindings print a page about leaked types.
    # All that it had to send is sent by then.
    if "prefect" in sys.modules:
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)
