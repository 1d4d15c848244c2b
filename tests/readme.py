"""The README's blocks: the shell blocks that CI runs, and the console blocks whose output must be what is printed.

``python -m tests.readme block N`` prints the Nth shell block; ``python -m tests.readme write`` writes the output anew.
Standard library only, since CI calls it before anything is installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
README: Final = ROOT / "README.md"
_BLOCK: Final = re.compile(r"^```(?P<kind>sh|console)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A command of the README and the output that stands below it."""

    command: str
    output: str


def shell_blocks(text: str) -> tuple[str, ...]:
    """The bodies of the shell blocks, in order."""
    return tuple(found["body"] for found in _BLOCK.finditer(text) if found["kind"] == "sh")


def examples(text: str) -> tuple[Example, ...]:
    """The commands of the console blocks with their output."""
    parts = (part for found in _BLOCK.finditer(text) if found["kind"] == "console" for part in _parts(found["body"]))
    return tuple(parts)


def _parts(body: str) -> Sequence[Example]:
    pieces = re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]
    return [Example(command, output) for command, _, output in (piece.partition("\n") for piece in pieces)]


def copy_base(folder: Path) -> Path:
    """A copy of the shipped base, so that examples cannot change it."""
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def run_example(command: str, base: Path) -> str:
    """What a command prints in the base, in a pipe of 80 columns."""
    settled = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    program = f"leica-kb() {{ '{sys.executable}' -c 'from leica_kb.cli import main; main()' \"$@\"; }}\n{command}"
    done = subprocess.run(["bash", "-c", program], cwd=base, env=settled, capture_output=True, text=True, check=False)  # noqa: S603, S607  our own README
    return done.stdout


def rewritten(text: str, base: Path) -> str:
    """The README with the output that its commands print now."""

    def renew(found: re.Match[str]) -> str:
        if found["kind"] == "sh":
            return found[0]
        shown = "".join(f"$ {part.command}\n{run_example(part.command, base)}" for part in _parts(found["body"]))
        return f"```console\n{shown}```"

    return _BLOCK.sub(renew, text)


def main(arguments: Sequence[str]) -> int:
    """Print a shell block, or write the README's output anew."""
    text = README.read_text(encoding="utf-8")
    match arguments:
        case ["block", number]:
            sys.stdout.write(shell_blocks(text)[int(number) - 1])
        case ["write"]:
            with tempfile.TemporaryDirectory() as folder:
                README.write_text(rewritten(text, copy_base(Path(folder))), encoding="utf-8")
        case _:
            sys.stderr.write("usage: python -m tests.readme block N | write\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
