"""A text in the person's own editor: ``$VISUAL``, else ``$EDITOR``, else vi."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from leica_kb.errors import KbError

_MARK: Final = "#: "
"""What our own lines above the text begin with; they are taken out again."""


class EditorError(KbError):
    """No editor that could be run."""

    def __init__(self, command: str, why: str) -> None:
        super().__init__(f"the editor «{command}» {why}; name yours with: export EDITOR=nano")


class Page:
    """A file outside the base that a person edits; it stays until it is dropped, so that no typing is lost."""

    def __init__(self, name: str, text: str) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="leica-kb-")) / f"{name}.yaml"
        self._text = text

    def edit(self, *notes: str) -> str:
        """Open the page below notes; what the person has made of it, each note an empty line."""
        told = "".join(f"{_MARK}{' '.join(note.split())}\n" for note in notes)
        self.path.write_text(told + self._text, encoding="utf-8")
        _run(self.path)
        lines = self.path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").split("\n")
        kept = ["" if line.startswith(_MARK.strip()) else line for line in lines]
        self._text = "\n".join(line for line, old in zip(kept, lines, strict=True) if not old.startswith(_MARK.strip()))
        return "\n".join(kept)

    @property
    def text(self) -> str:
        """What the person has made of it so far, without the notes."""
        return self._text

    def drop(self) -> None:
        """Remove the file."""
        self.path.unlink(missing_ok=True)
        self.path.parent.rmdir()


def _run(path: Path) -> None:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    stdin = None if sys.stdin.isatty() else subprocess.DEVNULL
    before = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C in an editor is the editor's
    try:
        code = subprocess.run([*shlex.split(command), str(path)], check=False, stdin=stdin).returncode  # noqa: S603  the person's own editor
    except (OSError, ValueError) as error:
        raise EditorError(command, "cannot be run") from error
    finally:
        signal.signal(signal.SIGINT, before)
    if code:
        raise EditorError(command, f"ended with {code}, so nothing was taken over")
