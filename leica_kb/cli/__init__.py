"""The command line: parse, ask the base, render; every error is one message on stderr and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from leica_kb.errors import KbError

INTERRUPTED = 130
FAILED = 2


def main() -> None:
    """Run the command line of this process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; 0: done, 1: found what it was asked to fail on, 2: wrong use or incomplete, 130: interrupted."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except KbError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename or 'input or output'}: {error.strerror or error}")
    except RecursionError:
        return _fail("the input is nested too deeply")


def _run(arguments: Sequence[str]) -> int:
    from typer.exceptions import TyperException

    command: Any = _command(arguments[0] if arguments else "")
    try:
        code = command.main(args=list(arguments), prog_name="leica-kb", standalone_mode=False)
    except TyperException as error:
        shown: Any = error
        shown.show()
        return int(getattr(error, "exit_code", FAILED))
    return code if isinstance(code, int) else 0


def _command(first: str) -> Any:
    """The command line, whole unless the first word names a look-up: that does not pay for the other commands."""
    from typer.main import get_command

    from leica_kb.cli import looking  # noqa: F401  importing registers its commands
    from leica_kb.cli.app import SECTIONS, app

    if first not in SECTIONS["Look"]:
        from leica_kb.cli import diffing, exchanging, keeping, naming, reviewing, ruling, scoring  # noqa: F401  the same

    return get_command(app)


def _fail(message: str) -> int:
    from leica_kb.render.visible import visible

    sys.stderr.write(f"leica-kb: {visible(message)}\n")
    return FAILED
