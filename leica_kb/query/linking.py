"""Names in a question → entities: exact keys first, the longest one, and other ways to read the same words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from leica_kb.index.words import Piece, key_of, loose_key
from leica_kb.query.grammar import FILLERS, GLUE, WH

LONGEST_NAME: Final = 8
"""Pieces in the longest name that is looked for."""
MANY: Final = 400
"""Names asked for in one statement."""


class Link(NamedTuple):
    """A run of pieces that names something; more than one entity where the name is shared."""

    start: int
    end: int
    """One past the last piece."""
    entities: tuple[str, ...]
    positions: frozenset[int]
    """The pieces that the name takes up."""
    exact: bool = True
    """The name stands as it is declared, not only without its plural ending."""


class Kin(NamedTuple):
    """What lies inside an entity, and inside of what it lies."""

    parts: Mapping[str, str] = MappingProxyType({})
    """Entity → how it belongs: self, within or maker."""
    wholes: frozenset[str] = frozenset()
    twins: frozenset[str] = frozenset()
    """Entities that have one of these, or what holds it, as their declared twin."""
    type: str = ""
    demonyms: frozenset[str] = frozenset()
    """Keys of a place's adjectives."""
    merged: tuple[str, ...] = ()
    """Other ids that people ruled to mean the entity; claims may still hold them."""


def find_links(connection: sqlite3.Connection, text: str, pieces: Sequence[Piece], *, exact: bool) -> tuple[Link, ...]:
    """Names from left to right, the longest one at each place.

    Without ``exact`` a name may stand in the other number: *Sony lens* for *Sony lenses*; it may not be meant, and
    both readings are tried.
    """
    spans = [
        (start, end)
        for start in range(len(pieces))
        for end in range(start + 1, min(start + LONGEST_NAME, len(pieces)) + 1)
        if _may_be_name(text, pieces[start:end])
    ]
    keys = {span: "".join(piece.text for piece in pieces[slice(*span)]) for span in spans}
    loose = {} if exact else {span: loose_key(piece.text for piece in pieces[slice(*span)]) for span in spans}
    known = _entities_of(connection, "key", set(keys.values()))
    near = _entities_of(connection, "loose", set(loose.values()))
    links: list[Link] = []
    taken = 0
    for start in range(len(pieces)):
        if start < taken:
            continue
        for end in range(min(start + LONGEST_NAME, len(pieces)), start, -1):
            exactly = known.get(keys.get((start, end), ""))
            if found := exactly or near.get(loose.get((start, end), "")):
                links.append(Link(start, end, found, frozenset(range(start, end)), exact=bool(exactly)))
                taken = end
                break
    return tuple(links)


def _may_be_name(text: str, pieces: Sequence[Piece]) -> bool:
    """A lone function word is a name only in capitals (US); no name begins or ends with a question's own words."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        raw = text[first.start : first.end]
        return first.text not in FILLERS or (raw.isupper() and len(raw) > 1)
    return not (first.text in WH or last.text in GLUE or first.text in GLUE - {"the"})


def _entities_of(connection: sqlite3.Connection, column: str, keys: set[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    wanted = sorted(keys - {""})
    for at in range(0, len(wanted), MANY):
        batch = wanted[at : at + MANY]
        marks = ", ".join("?" * len(batch))
        query = f"SELECT DISTINCT {column}, entity FROM alias WHERE {column} IN ({marks}) ORDER BY {column}, entity"  # noqa: S608  fixed names
        rows = connection.execute(query, batch)
        for key, entity in rows:
            found[key] = (*found.get(key, ()), entity)
    return found


def load_kin(connection: sqlite3.Connection, entity: str) -> Kin:
    """Everything inside an entity and around it."""
    related = dict(connection.execute("SELECT part, how FROM kin WHERE whole = ?", (entity,)))
    parts = {part: how for part, how in related.items() if how != "twin"}
    rows = connection.execute("SELECT whole FROM kin WHERE part = ? AND how = 'within'", (entity,))
    kind, data = connection.execute("SELECT type, data FROM entity WHERE id = ?", (entity,)).fetchone() or ("", "{}")
    demonyms = json.loads(data).get("demonyms", ()) if kind == "place" else ()
    return Kin(
        parts={**parts, entity: "self"},
        wholes=frozenset(row[0] for row in rows),
        twins=frozenset(related.keys() - parts.keys()),
        type=kind,
        demonyms=frozenset(key_of(name) for name in demonyms),
        merged=tuple(row[0] for row in connection.execute("SELECT id FROM merged WHERE entity = ?", (entity,))),
    )
