"""One writer at a time: a lock that the system takes away from a process that dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from leica_kb.errors import BusyError, InputError
from leica_kb.files.roots import inside
from leica_kb.files.writing import OWN, make_folder, remove_leavings

if TYPE_CHECKING:
    from pathlib import Path

_WRITTEN: Final = ("claims", "claims/.proposed", "claims/decisions", "seeds", "seeds/.texts")
_held: Final[set[int]] = set()
"""Descriptors of held locks, so that a forked child lets go of them: else it would keep a dead parent's lock."""


@contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold ``.leica_kb/lock`` while the body writes; raises BusyError at once where another has it."""
    path = inside(root, f"{OWN}/lock")
    handle = _open(path)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(path) from error
        _held.add(handle)
        for folder in _WRITTEN:
            remove_leavings(root / folder)
        yield
    finally:
        _held.discard(handle)
        os.close(handle)


def _open(path: Path) -> int:
    try:
        make_folder(path.parent)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise InputError(path, f"the base cannot be locked for writing: {error.strerror}") from error


def _let_go() -> None:
    for handle in _held:
        with suppress(OSError):
            os.close(handle)
    _held.clear()


os.register_at_fork(after_in_child=_let_go)
