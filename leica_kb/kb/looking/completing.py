"""Ids that a half-typed word may become, from the index as it lies there: fast, and silent where there is none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from leica_kb.errors import KbError
from leica_kb.files import find_root
from leica_kb.index import open_index
from leica_kb.kb.looking.indexing import INDEX

if TYPE_CHECKING:
    from leica_kb.query.lookups import Listed

LIMIT: Final = 200
"""Ids offered at most."""
_FIELDS: Final[Mapping[str, tuple[Listed, ...]]] = {
    "id": ("claim",),
    "subject": ("entity",),
    "object": ("entity",),
    "about": ("entity",),
    "speaker": ("entity",),
    "predicate": ("predicate",),
    "topic": ("topic",),
    "source": ("source",),
}
"""Field of a filter → whose ids it takes."""


def complete_name(root: Path | None, kinds: Sequence[Listed], prefix: str) -> tuple[str, ...]:
    """Ids of these kinds that begin so, kind by kind; empty where no index can be read, and never an error."""
    from leica_kb.query.lookups import complete_ids

    try:
        with closing(open_index(find_root(root) / INDEX)) as connection:
            return tuple(name for kind in kinds for name in complete_ids(connection, kind, prefix, LIMIT))
    except (KbError, OSError, sqlite3.Error):
        return ()


def complete_filter(root: Path | None, before: Sequence[str], word: str) -> tuple[str, ...]:
    """What a word of a filter may become: a field, or a field with a value.

    Shells that end words at colons (bash) hand over ``subject : lei`` in three; only the value is completed then.
    """
    parts = [*before, word]
    if len(parts) >= 3 and parts[-2] == ":":
        return _values(root, parts[-3], word)
    field, colon, value = word.partition(":")
    fields = [field] if colon else [name for name in _names() if name.startswith(word)]
    if len(fields) == 1:
        return tuple(f"{fields[0]}:{found}" for found in _values(root, fields[0], value))
    return tuple(f"{name}:" for name in fields)


def _names() -> Iterable[str]:
    from leica_kb.query.filters import FIELDS

    return (*FIELDS, "as-of", "sort", "limit")


def _values(root: Path | None, field: str, value: str) -> tuple[str, ...]:
    """Values of a field that begin so; what stands before a last comma, and a ``!``, stay in front."""
    from leica_kb.query.filters import CLOSED, SORTS

    head, mark, last = value.removeprefix("!").rpartition(",")
    front = value[: len(value) - len(last)] if mark or value.startswith("!") else ""
    known = (*CLOSED.get(field, ()), *(SORTS if field == "sort" else ()), *(("none",) if field == "speaker" else ()))
    closed = [name for name in known if name.startswith(last)]
    found = complete_name(root, _FIELDS[field], last) if field in _FIELDS else ()
    return tuple(f"{front}{name}" for name in (*closed, *found) if name not in head.split(","))
