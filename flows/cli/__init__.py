"""The command `dateline`.  Each family of commands is a module, imported when one of its commands is called."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Final, NoReturn

import click

from flows.cli.errors import one_line

COMMANDS: Final = {
    "run": "flows.cli.run_commands",
    "check": "flows.cli.run_commands",
    "rebuild": "flows.cli.run_commands",
    "serve": "flows.cli.serve_command",
    "publish": "flows.cli.version_commands",
    "rollback": "flows.cli.version_commands",
    "versions": "flows.cli.version_commands",
    "forget": "flows.cli.version_commands",
    "diff": "flows.cli.version_commands",
    "annotate": "flows.cli.annotate_command",
    "timeline": "flows.cli.read_commands",
    "query": "flows.cli.read_commands",
    "export": "flows.cli.read_commands",
    "explain": "flows.cli.explain_command",
    "status": "flows.cli.machine_commands",
    "doctor": "flows.cli.machine_commands",
    "config": "flows.cli.machine_commands",
    "demo": "flows.cli.machine_commands",
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's form
        """All commands, in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Call the command; where nobody reads any more (`| head`), that is its end and no error."""
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
    _end(carry_out(sys.argv[1:]))


def carry_out(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code; what goes wrong is told in one line on stderr."""
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
