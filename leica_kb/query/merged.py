"""Old ids after people ruled names the same: which id stands for one now, in a filter, a claim or a look-up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from leica_kb.model import Identity, MergedName
from leica_kb.query.filters import ClaimFilter, Term

_FIELDS: Final = frozenset({"subject", "object", "about", "speaker"})
"""Fields of the grammar that take ids of entities."""


def current_id(connection: sqlite3.Connection, name: str) -> str:
    """The id that stands for an entity: another one's after a ruling, else its own."""
    row = connection.execute("SELECT entity FROM merged WHERE id = ?", (name,)).fetchone()
    return str(row[0]) if row else name


def load_identity(connection: sqlite3.Connection) -> Identity:
    """Every merged id; what was ruled different is the checks' matter and not held by an index."""
    rows = connection.execute("SELECT id, entity, name, until FROM merged ORDER BY id")
    return Identity({row[0]: MergedName(*row) for row in rows})


def merged_into(connection: sqlite3.Connection, entity: str) -> tuple[MergedName, ...]:
    """The ids for which an entity stands, besides its own."""
    rows = connection.execute("SELECT id, entity, name, until FROM merged WHERE entity = ? ORDER BY id", (entity,))
    return tuple(MergedName(*row) for row in rows)


def with_current_ids(connection: sqlite3.Connection, filter_: ClaimFilter) -> ClaimFilter:
    """The filter as rows can meet it: beside an old id, or a pattern that fits one, the id that stands for it."""
    if not any(term.field in _FIELDS for term in filter_.terms):
        return filter_
    return replace(filter_, terms=tuple(_current(connection, term) for term in filter_.terms))


def _current(connection: sqlite3.Connection, term: Term) -> Term:
    if term.field not in _FIELDS:
        return term
    found = (name for value in term.values for name in (value, *_standing(connection, value)))
    return replace(term, values=tuple(dict.fromkeys(found)))


def _standing(connection: sqlite3.Connection, value: str) -> Iterable[str]:
    how = "GLOB" if "*" in value else "="
    rows = connection.execute(f"SELECT entity FROM merged WHERE id {how} ? ORDER BY entity", (value,))  # noqa: S608  fixed words
    return [row[0] for row in rows]
