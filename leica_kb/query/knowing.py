"""Whether the ids that a person typed are known here; what was perhaps meant where they are not."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Final

from leica_kb.errors import UnknownNameError
from leica_kb.query.filters import ClaimFilter, Term
from leica_kb.query.lookups import Listed, is_known_id, suggest

_KINDS: Final[Mapping[str, Listed]] = {
    "id": "claim",
    "subject": "entity",
    "about": "entity",
    "predicate": "predicate",
    "topic": "topic",
    "source": "source",
}
"""Fields that take nothing but ids; an object may be words, a speaker may have no entity of its own."""


def check_filter(connection: sqlite3.Connection, filter_: ClaimFilter) -> None:
    """Raise UnknownNameError for an id that nothing here has; values with ``*`` are not ids."""
    for term in filter_.terms:
        if term.field in _KINDS:
            check_ids(connection, _KINDS[term.field], _plain(term))


def check_ids(connection: sqlite3.Connection, kind: Listed, names: Sequence[str]) -> None:
    """Raise UnknownNameError, with what was perhaps meant, for the first id that is not known."""
    for name in names:
        if not is_known_id(connection, kind, name):
            raise UnknownNameError(kind, name, suggest(connection, kind, name))


def _plain(term: Term) -> tuple[str, ...]:
    return tuple(value for value in term.values if "*" not in value)
