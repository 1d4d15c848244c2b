"""Whether an index still says what its files say, told by sizes and times alone wherever they suffice."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

RACY_NS: Final = (20_000_000, 2_000_000_000)
"""A file written this shortly before it was read may have changed since without a new time (as git's index has it): the
first where the file system keeps times finer than a millisecond, the second elsewhere (FAT counts in two seconds)."""


class InputFile(NamedTuple):
    """A file that an index was made from, as it was then."""

    path: str
    """Relative to the base's root, with forward slashes; files outside it (packs) absolute."""
    size: int
    mtime_ns: int
    sha256: str


class Freshness(NamedTuple):
    """How the files at hand differ from those that an index was built from, in paths as the index writes them."""

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def fresh(self) -> bool:
        """Whether nothing differs."""
        return not (self.changed or self.added or self.missing)


def read_input(root: Path, path: Path) -> InputFile:
    """The fingerprint of a file as it is now; files outside the root keep their absolute path."""
    status = path.stat()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return InputFile(input_name(root, path), status.st_size, _settled(status), digest)


def _settled(status: os.stat_result) -> int:
    """The file's time, or 0 (never trusted) where it was written only a moment ago."""
    racy = RACY_NS[0] if status.st_mtime_ns % 1_000_000 else RACY_NS[1]
    return 0 if time.time_ns() - status.st_mtime_ns < racy else status.st_mtime_ns


def input_name(root: Path, path: Path) -> str:
    """A path as the index writes it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def check_freshness(connection: sqlite3.Connection, root: Path, paths: Iterable[Path]) -> Freshness:
    """Compare the files that a base has now with those that its index was built from.

    Same size and time count as unchanged; otherwise the digest decides, so that a touched file costs one reading.
    """
    known = {row[0]: row[1:] for row in connection.execute("SELECT path, size, mtime_ns, sha256 FROM input")}
    present = {input_name(root, path): path for path in paths}
    changed = [name for name in sorted(present.keys() & known.keys()) if _differs(present[name], *known[name])]
    added = sorted(present.keys() - known.keys())
    return Freshness(tuple(changed), tuple(added), tuple(sorted(known.keys() - present.keys())))


def _differs(path: Path, size: int, mtime_ns: int, sha256: str) -> bool:
    try:
        status = path.stat()
        if status.st_size != size:
            return True
        if mtime_ns and status.st_mtime_ns == mtime_ns:
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() != sha256
    except OSError:
        return True
