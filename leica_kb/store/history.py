"""The append-only log of what commands changed in the base: who, when, what, why."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from leica_kb.errors import InputError
from leica_kb.files import inside, read_file
from leica_kb.model import Problem
from leica_kb.store.naming import CLAIMS
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


def append_log(root: Path, *entries: LogEntry) -> None:
    """Add lines to the log, after closing what a killed writer left unfinished. Whoever calls it holds the lock."""
    path = inside(root, LOG_FILE)
    lines = "".join(json.dumps(asdict(entry), ensure_ascii=False, separators=(",", ":")) + "\n" for entry in entries)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            if file.tell() and _last_byte(path) != b"\n":
                lines = "\n" + lines
            file.write(lines.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise InputError(LOG_FILE, f"the log cannot be written: {error.strerror}") from error


def load_log(root: Path) -> tuple[tuple[LogEntry, ...], tuple[Problem, ...]]:
    """The log, oldest first, and a problem for each line that cannot be read."""
    path = inside(root, LOG_FILE)
    entries: list[LogEntry] = []
    problems: list[Problem] = []
    data = read_file(path, _LARGEST).split(b"\n") if path.is_file() else []
    for number, line in enumerate(data, 1):
        try:
            entries.extend([_parse(line)] if line else [])
        except (ValueError, TypeError, RecursionError) as error:
            problems.append(problem("KB110", f"not a line of the log: {error}", LOG_FILE, number))
    return tuple(entries), tuple(problems)


_LARGEST: Final = 500_000_000


def _parse(line: bytes) -> LogEntry:
    data = json.loads(line)
    if not isinstance(data, dict) or not all(
        isinstance(data.get(key, ""), str) for key in ("who", "when", "what", "why")
    ):
        raise TypeError("who, when, what and why must be text")
    return LogEntry(**data)


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)
