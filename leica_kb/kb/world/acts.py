"""The log as acts: who did what and when, which of them stand, and what each of them is on."""

from __future__ import annotations

import getpass
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from leica_kb.lang.tokens import slug
from leica_kb.store import LogEntry, NameRuling, Ruling

_UNDO = "undo "
_ONLY = " only "
"""Between an act on several claims and the one of them for which it was taken back."""
Pair = tuple[str, str, str]
"""What a ruling is on: its kind, and the two claims or names."""


@dataclass(frozen=True, slots=True)
class Act:
    """A line of the log that can be taken back, with the keys of its change for which it still stands."""

    entry: LogEntry
    keys: tuple[str, ...]

    @property
    def verb(self) -> str:
        """What was done: decide, accept, reject, correct, review."""
        return self.entry.what.partition(" ")[0]

    @property
    def names(self) -> tuple[str, ...]:
        """What it stands on: the finding or names of a ruling, the claims of a review."""
        return _ruled(self.entry) or self.keys


def undone(act: Act, key: str | None) -> str:
    """What the log calls taking the act back, wholly or for one key."""
    whole = key is None or (key,) == act.keys
    return f"{_UNDO}{act.entry.what}" if whole else f"{_UNDO}{act.entry.what}{_ONLY}{key}"


def standing_acts(entries: Iterable[LogEntry], verbs: Sequence[str]) -> tuple[Act, ...]:
    """Acts with these verbs that no later line takes back, oldest first."""
    standing: list[Act] = []
    for entry in entries:
        act = Act(entry, tuple(entry.change))
        if act.verb in verbs:
            standing.append(act)
        elif entry.what.startswith(_UNDO):
            _take(standing, entry.what.removeprefix(_UNDO))
    return tuple(standing)


def _take(standing: list[Act], told: str) -> None:
    """Take back the newest act that the words name, or its part that they name after ``only``."""
    for at in range(len(standing) - 1, -1, -1):
        act = standing[at]
        what = act.entry.what
        key = told.removeprefix(what + _ONLY) if told.startswith(what + _ONLY) else None
        if told == what:
            del standing[at]
            return
        if key is not None and key in act.keys:
            standing[at] = replace(act, keys=tuple(name for name in act.keys if name != key))
            return


def _ruled(entry: LogEntry) -> tuple[str, ...]:
    """The finding or names between a ruling's verb and its verdict; nothing for other acts."""
    words = entry.what.removeprefix(_UNDO).split()
    return tuple(words[1:-1]) if words[:1] in (["decide"], ["declare"]) else ()


def is_on(act: Act, about: Iterable[str]) -> bool:
    """Whether an act was done to everything that is named; names may be written as articles write them."""
    return all(name in act.names or slug(name) in act.names for name in about)


def concerns(entry: LogEntry, about: Iterable[str]) -> bool:
    """Whether a line of the log speaks of the findings, claims, sources and names."""
    words = entry.what.removeprefix(_UNDO).split()
    claims = (part for key in entry.change for part in key.split(" ") if part.startswith("c-"))
    names = (*(_ruled(entry) or words[1:2]), *claims)
    return all(name in names or slug(name) in names for name in about)


def change_of(before: Mapping[Pair, Ruling], after: Mapping[Pair, Ruling]) -> dict[str, Any]:
    """For each pair whose ruling differs what it was and what it is."""
    pairs = sorted(pair for pair in {*before, *after} if before.get(pair) != after.get(pair))
    return {
        " ".join(pair): {
            name: plain(rulings[pair]) if pair in rulings else None
            for name, rulings in (("before", before), ("after", after))
        }
        for pair in pairs
    }


def plain(ruling: Ruling) -> dict[str, Any]:
    """A ruling as the log keeps it."""
    if isinstance(ruling, NameRuling):
        return ruling.to_json()
    return {name: value for name, value in asdict(ruling).items() if name not in {"kind", "claims"}}


def author(root: Path) -> str:
    """Who rules: git's user name, else the account's."""
    try:
        command = ["git", "-C", str(root), "config", "user.name"]
        done = subprocess.run(command, capture_output=True, check=False, timeout=10, text=True)  # noqa: S603  fixed words and the base's folder
        named = done.stdout.strip()
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        named = ""
    return " ".join(named.split()) or _account()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def stamp(now: datetime) -> str:
    """UTC, ISO 8601 to the second."""
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
