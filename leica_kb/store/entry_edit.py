"""New lines for one entry of a file of claims, key by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from leica_kb.model import Claim
from leica_kb.store.canonical import KEY_INDENT, claim_fields, claim_lines
from leica_kb.store.layout import Field, Item, Layout
from leica_kb.store.reading import Entry
from leica_kb.store.values import NOWHERE

_KEYS: Final = (
    "id subject predicate object qualifiers polarity modality attribution time quote start end before after cues origin"
    " review"
).split()
_RANK: Final = {key: rank for rank, key in enumerate(_KEYS)}


def edit_entry(layout: Layout, item: Item, entry: Entry, goal: Claim, *, tidy: bool) -> tuple[str, ...]:
    """The entry's lines so that they say the goal; ``tidy`` writes every key anew, in canonical form and order."""
    if entry.claim == goal and (entry.named or goal.start == NOWHERE) and not tidy:
        return layout.lines[item.first : item.last + 1]
    if not item.fields:
        dash = 2 if tidy else layout.dash
        lines = [" " * dash + line[2:] for line in claim_lines(goal)]
        return (*lines, *(" " * (dash + 2) + comment for comment in item.comments))
    sign = f"{KEY_INDENT[:-2]}- " if tidy else layout.lines[item.first][: item.indent]
    lines = _edit_keys(_Segments(layout, item, len(sign)), _changes(entry, goal, tidy=tidy), tidy=tidy)
    return (sign + lines[0].lstrip(), *lines[1:])


def _changes(entry: Entry, goal: Claim, *, tidy: bool) -> Mapping[str, str | None]:
    """The keys that are to be written anew, None for those that are to go."""
    old = dict(claim_fields(entry.claim)) if entry.claim else {}
    new = dict(claim_fields(goal))
    named = _KEYS if entry.named else [key for key in _KEYS if key != "id"]
    same = [key for key in named if new.get(key) == old.get(key) and not tidy]
    return {key: new.get(key) for key in _KEYS if key not in same}


class _Segments:
    """The entry's keys as lines: what says the value, and the comments and blank lines after it."""

    def __init__(self, layout: Layout, item: Item, indent: int) -> None:
        self.keys = [field.key for field in item.fields]
        self._fields = {field.key: field for field in item.fields}
        self._ends = dict(zip(self.keys, [field.first for field in item.fields[1:]] + [item.last + 1], strict=True))
        self._lines = layout.lines
        self._indent = " " * indent

    def raw(self, key: str) -> tuple[str, ...]:
        """The key's lines as they are."""
        field = self._fields[key]
        first, *others = self._lines[field.first : field.last + 1]
        return (self._indent + first[len(self._indent) :], *others)

    def new(self, key: str, value: str) -> tuple[str, ...]:
        """The key's line with another value, and the comments that stood in the old one."""
        field = self._fields.get(key) or Field(key, 0, 0)
        return (f"{self._indent}{key}: {value}{field.remark}", *self._own(field.comments))

    def gone(self, key: str) -> tuple[str, ...]:
        """What stays of a key that goes: its comments."""
        field = self._fields[key]
        return self._own((*field.comments, *([field.remark.strip()] if field.remark else [])))

    def after(self, key: str) -> tuple[str, ...]:
        """The comments and blank lines between the key and the next one."""
        return self._lines[self._fields[key].last + 1 : self._ends[key]] if key in self._fields else ()

    def _own(self, comments: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._indent + comment for comment in comments)


def _edit_keys(segments: _Segments, changes: Mapping[str, str | None], *, tidy: bool) -> list[str]:
    lines: list[str] = []
    loose: list[str] = []
    for key in _order(segments.keys, changes, tidy=tidy):
        value = changes.get(key)
        if key in changes and value is None:
            loose += [*segments.gone(key), *segments.after(key)]
        else:
            written = segments.raw(key) if value is None else segments.new(key, value)
            lines += [*written, *segments.after(key)]
        if lines:
            lines += loose
            loose = []
    return lines


def _order(present: Sequence[str], changes: Mapping[str, str | None], *, tidy: bool) -> list[str]:
    """The keys to write: those that are there as they stand, each new one after the last that precedes it by rank."""
    keys = sorted(present, key=_RANK.__getitem__) if tidy else list(present)
    for key, value in changes.items():
        if key not in keys and value is not None:
            at = max((n + 1 for n, other in enumerate(keys) if _RANK[other] < _RANK[key]), default=0)
            keys.insert(at, key)
    return keys
