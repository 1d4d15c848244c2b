"""Writing a file so that whoever reads it, whenever the power fails, finds the old bytes or the new, never a part."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from leica_kb.errors import InputError

OWN: Final = ".leica_kb"
"""Folder of a base that holds what can be made anew."""
_PREFIX: Final = ".leica-kb-"
_SUFFIX: Final = ".tmp"
_HINTS: Final = {
    errno.ENOSPC: "the disk is full; make room",
    errno.EDQUOT: "the disk quota is used up; make room",
    errno.EACCES: "no permission; give yourself the right to write here",
    errno.EPERM: "no permission; give yourself the right to write here",
    errno.EROFS: "the file system is read-only",
    errno.ENAMETOOLONG: "the name is too long",
}


def write_atomic(path: Path, data: bytes) -> None:
    """Replace the file's bytes in one step, keeping its permissions; missing folders are made.

    Raises InputError where that is impossible; the old file is then whole.
    """
    try:
        mode = _mode_for(path)
        make_folder(path.parent)
        _replace(path, data, mode)
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, error.strerror or str(error))
        raise InputError(path, f"cannot be written: {hint} (what was there is unchanged)") from error


def make_folder(folder: Path) -> None:
    """Make the folder and those above it; git is told to keep nothing of the program's own, which `check` rewrites."""
    folder.mkdir(parents=True, exist_ok=True)
    for own in (folder, folder.parent):
        if own.name == OWN and not (ignored := own / ".gitignore").exists():
            with suppress(OSError):
                _replace(ignored, b"*\n", 0o666 & ~_umask())


def _replace(path: Path, data: bytes, mode: int) -> None:
    temporary = _write_beside(path, data, mode)
    try:
        os.replace(temporary, path)  # noqa: PTH105 - the one call of the rename protocol, named as in its manual
    except OSError:
        temporary.unlink()
        raise
    _sync_folder(path.parent)


def _mode_for(path: Path) -> int:
    try:
        mode = path.stat().st_mode & 0o7777
    except FileNotFoundError:
        return 0o666 & ~_umask()
    if not mode & 0o222:
        raise PermissionError(errno.EACCES, "read-only", str(path))
    return mode


def _umask() -> int:
    """The process's mask; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _write_beside(path: Path, data: bytes, mode: int) -> Path:
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself lasting; systems that cannot sync a folder are left to their own ways."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def remove_leavings(folder: Path) -> None:
    """Delete what a writer that was killed left in the folder; only for whoever holds the lock."""
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            path.unlink()
