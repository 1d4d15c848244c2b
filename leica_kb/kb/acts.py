"""The log as acts: which of them stand, and what each of them is on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from leica_kb.lang.tokens import slug
from leica_kb.store import LogEntry

_UNDO = "undo "
_ONLY = " only "
"""Between an act on several claims and the one of them for which it was taken back."""


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
