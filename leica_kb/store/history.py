"""The append-only log of what commands changed in the base: who, when, what, why."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from io import FileIO
from itertools import chain, count, takewhile
from pathlib import Path
from typing import Any, Final

from leica_kb.errors import InputError
from leica_kb.files import inside, read_file
from leica_kb.model import Problem
from leica_kb.store.door import MOST
from leica_kb.store.paths import CLAIMS
from leica_kb.store.problems import problem

LOG_FILE: Final = CLAIMS / "log.jsonl"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log."""

    who: str
    when: str
    """UTC, ISO 8601 to the second."""
    what: str
    """The command's verb and its object: ``accept c-0123456789ab``."""
    why: str = ""
    change: Mapping[str, Any] = field(default_factory=dict)
    """What undo needs: for each id the value ``before`` and ``after``."""


def append_log(root: Path, *entries: LogEntry) -> tuple[Path, int]:
    """Add lines to the log, after closing what a killed writer left unfinished; the file and the size that it had.

    Raises InputError where that is impossible; the log is then as it was. Whoever calls it holds the lock.
    """
    path = _open_file(root)
    before = _size(path)
    lines = "".join(json.dumps(asdict(entry), ensure_ascii=False, separators=(",", ":")) + "\n" for entry in entries)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as file:
            if before and _last_byte(path) != b"\n":
                lines = "\n" + lines
            _append(file, lines.encode(errors="backslashreplace"))
    except OSError as error:
        _cut(path, before)
        raise InputError(LOG_FILE, f"the log cannot be written: {error.strerror}") from error
    return path, before


def _size(path: Path) -> int:
    """The log's bytes; one that is set to read-only is refused even to those who could write it."""
    if not path.is_file():
        return 0
    status = path.stat()
    if not status.st_mode & 0o222:
        raise InputError(LOG_FILE, "the log is read-only; give yourself the right to write it")
    return status.st_size


def _append(file: FileIO, data: bytes) -> None:
    written = 0
    while written < len(data):
        written += file.write(data[written:])
    os.fsync(file.fileno())


def _cut(path: Path, size: int) -> None:
    """Make the log what it was; a log that was not there goes again."""
    with suppress(OSError):
        if path.is_file() and size:
            os.truncate(path, size)
        elif path.is_file():
            path.unlink()


@contextmanager
def logged(root: Path, *entries: LogEntry) -> Iterator[None]:
    """Write the lines, and then do what they tell of; where that fails they are taken out again.

    In this order, since an act without its line could not be undone, while a line whose act was cut short (kill -9)
    harms nothing: undo leaves alone what is not as the line says. Whoever calls it holds the lock.
    """
    path, before = append_log(root, *entries)
    try:
        yield
    except Exception:
        _cut(path, before)
        raise


def load_log(root: Path) -> tuple[tuple[LogEntry, ...], tuple[Problem, ...]]:
    """The log, oldest first, and a problem for each of the first hundred lines that cannot be read."""
    entries: list[LogEntry] = []
    problems: list[Problem] = []
    for relative in _files(root):
        for number, line in enumerate(read_file(inside(root, relative), _LARGEST).split(b"\n"), 1):
            if not line or (len(problems) >= MOST and not line.startswith(_BEGINNING)):
                continue
            try:
                entries.append(_parse(line))
            except (ValueError, TypeError, RecursionError) as error:
                problems.append(problem("KB110", f"not a line of the log: {error}", relative, number))
    return tuple(entries), tuple(problems)


_BEGINNING: Final = b'{"who":'
"""How each line that was written here begins: among very many strange ones no others are tried."""
FULL: Final = 10_000_000
"""Bytes from which on a new file is begun (``log-2.jsonl``): git hosts refuse files of 100 MB."""
_LARGEST: Final = 500_000_000


def _files(root: Path) -> list[Path]:
    """The log's files that are there, oldest first, relative to the root."""
    later = (LOG_FILE.with_stem(f"{LOG_FILE.stem}-{number}") for number in count(2))
    return list(takewhile(lambda path: inside(root, path).is_file(), chain([LOG_FILE], later)))


def _open_file(root: Path) -> Path:
    """The file that the next line goes into."""
    files = _files(root) or [LOG_FILE]
    last = inside(root, files[-1])
    if not last.is_file() or last.stat().st_size < FULL:
        return last
    return inside(root, LOG_FILE.with_stem(f"{LOG_FILE.stem}-{len(files) + 1}"))


def _parse(line: bytes) -> LogEntry:
    data = json.loads(line)
    if not isinstance(data, dict) or not all(
        isinstance(data.get(key, ""), str) for key in ("who", "when", "what", "why")
    ):
        raise TypeError("who, when, what and why must be text")
    if not isinstance(data.get("change", {}), dict):
        raise TypeError("change must be keys and their values")
    return LogEntry(**data)


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)
