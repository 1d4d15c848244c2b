"""An index opened for reading, after its marks were checked; what is damaged, foreign or older is told as stale."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from leica_kb.errors import KbError
from leica_kb.index.schema import APPLICATION_ID, SCHEMA_DIGEST, SEAL

SMALL: Final = 4_000_000
"""Bytes up to which every byte is checked at every opening (a few milliseconds); a larger one at every build."""
CHUNK: Final = 1 << 20


class StaleIndexError(KbError):
    """There is no index that can be trusted; it is rebuilt from the claims, nothing is lost."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}; run leica-kb build to make the index anew from the claims")
        self.path = path
        self.why = why


def open_index(path: Path, *, thorough: bool = False) -> sqlite3.Connection:
    """A read-only connection to a trustworthy index.

    A published index file is never written again (a new one takes its place), so it is opened immutable: no lock is
    taken and readers never wait. Every byte is checked against the seal of the build where the file is small or
    ``thorough`` is asked for; each claim's row has its own checksum besides. Raises StaleIndexError for a missing,
    damaged, foreign or older file.
    """
    if not path.is_file():
        raise StaleIndexError(path, "no index yet")
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True)
        fault = _fault(connection, path, thorough=thorough)
    except sqlite3.Error as error:
        fault = f"damaged ({error})"
    if fault:
        if connection is not None:
            connection.close()
        raise StaleIndexError(path, fault)
    assert connection is not None  # noqa: S101  no fault means that it was opened
    return connection


def _quoted(path: Path) -> str:
    """The path with the characters that mean something in a URI escaped."""
    return path.as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _fault(connection: sqlite3.Connection, path: Path, *, thorough: bool) -> str | None:
    """What speaks against trusting the file, by the marks in its header and its own tables."""
    if _pragma(connection, "application_id") != APPLICATION_ID:
        return "not an index of this program"
    pages, size = _pragma(connection, "page_count"), path.stat().st_size
    if pages * _pragma(connection, "page_size") != size:
        return "damaged (cut short or grown)"
    found = dict(connection.execute("SELECT key, value FROM meta"))
    if found.get("schema") != SCHEMA_DIGEST:
        return "made by another version"
    if (thorough or size <= SMALL) and checksum(path) != _pragma(connection, "user_version") & 0xFFFFFFFF:
        return "damaged (its bytes are not those that were written)"
    return None


def checksum(path: Path) -> int:
    """CRC-32 of a database file, the header's user version, where a build seals it, read as zero."""
    with path.open("rb") as file:
        head = file.read(SEAL.stop)
        found = zlib.crc32(head[: SEAL.start] + bytes(len(SEAL)))
        while chunk := file.read(CHUNK):
            found = zlib.crc32(chunk, found)
    return found


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds every page and row of the file consistent; reads all of it."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def indexed_sources(path: Path) -> Mapping[str, str]:
    """Id → key of every source that the index holds; empty where there is no index to trust."""
    try:
        connection = open_index(path)
    except StaleIndexError:
        return {}
    try:
        return dict(connection.execute("SELECT id, key FROM source ORDER BY id"))
    finally:
        connection.close()
