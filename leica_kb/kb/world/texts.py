"""Texts as they were: a copy of each article beside the index, so that an edit can still be told from a move."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from leica_kb.errors import OutsideRootError
from leica_kb.files import inside, make_folder, write_atomic
from leica_kb.model import Document
from leica_kb.store import load_text, save_text

COPIES: Final = Path(".leica_kb") / "texts"
_PATIENCE: Final = 10.0
"""Seconds that git is given."""


def keep_copies(root: Path, documents: Iterable[Document]) -> None:
    """Keep the present texts beside the index; like everything there they may be deleted at any time."""
    wanted = {document.sha256: document for document in documents}
    folder = inside(root, COPIES)
    make_folder(folder)
    standing = {path.name for path in folder.iterdir()}
    for name in sorted(wanted.keys() - standing):
        write_atomic(folder / name, wanted[name].text.encode())


def keep_old_text(root: Path, sha256: str, path: str) -> str | None:
    """The text with this digest, kept beside the seeds from now on since claims were made from it."""
    text = old_text(root, sha256, path)
    if text is not None:
        save_text(root, text.encode())
    return text


def old_text(root: Path, sha256: str, path: str) -> str | None:
    """The text with this digest, from the base's old texts, the copies beside the index, or git, if one has it."""
    if not sha256:
        return None
    return load_text(root, sha256) or _copied(root, sha256) or _committed(root, sha256, path)


def _copied(root: Path, sha256: str) -> str | None:
    try:
        return _proven(inside(root, COPIES / sha256).read_bytes(), sha256)
    except (OSError, OutsideRootError):
        return None


def _committed(root: Path, sha256: str, path: str) -> str | None:
    """The article as the last commit has it."""
    command = ["git", "-C", str(root), "show", f"HEAD:./{path}"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603  fixed words and a path after a colon
    except (OSError, subprocess.TimeoutExpired):
        return None
    return _proven(done.stdout, sha256) if done.returncode == 0 else None


def _proven(data: bytes, sha256: str) -> str | None:
    if hashlib.sha256(data).hexdigest() != sha256:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
