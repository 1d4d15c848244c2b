"""The tutorial's blocks, followed as a reader does: files written, commands run, in order, in a fresh folder.

``python -m tests.tutorial`` writes the output anew.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.readme import run_example

TUTORIAL: Final = Path(__file__).parent.parent / "docs" / "tutorial.md"
_BLOCK: Final = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`\n\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_COMMAND: Final = re.compile(r"^\$ (?P<first>.*)\n(?P<more>(?:^> .*\n)*)", re.MULTILINE)


def follow(text: str, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each command with the output that the text shows and what it prints now."""
    for block in _BLOCK.finditer(text):
        if block["path"]:
            path = folder / block["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["body"], encoding="utf-8")
        elif block["kind"] == "console":
            for command, shown in _commands(block["body"]):
                yield command, shown, run_example(_program(command), folder)


def _commands(body: str) -> Iterator[tuple[str, str]]:
    """The commands of a block as they are shown, each with what stands below it."""
    found = list(_COMMAND.finditer(body))
    ends = [later.start() for later in found[1:]] + [len(body)]
    for command, end in zip(found, ends, strict=True):
        yield command[0], body[command.end() : end]


def _program(shown: str) -> str:
    """The command as the shell is given it, without its prompts."""
    return re.sub(r"^(?:\$|>) ", "", shown, flags=re.MULTILINE)


def rewritten(text: str, folder: Path) -> str:
    """The tutorial with the output that its commands print now."""
    printed = iter([now for _, _, now in follow(text, folder)])

    def renew(block: re.Match[str]) -> str:
        if block["path"] or block["kind"] != "console":
            return block[0]
        return f"```console\n{''.join(command + next(printed) for command, _ in _commands(block['body']))}```"

    return _BLOCK.sub(renew, text)


def main() -> int:
    """Write the tutorial's output anew."""
    with tempfile.TemporaryDirectory() as folder:
        TUTORIAL.write_text(rewritten(TUTORIAL.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
