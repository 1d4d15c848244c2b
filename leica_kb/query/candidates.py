"""Claims that may answer a question, found by names, predicates and words through the index's own orders."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from leica_kb.index.words import singular
from leica_kb.query.lexicon import Asked, Lexicon
from leica_kb.query.linking import Link
from leica_kb.query.reading import Reading

FETCHED: Final = 1000
"""Row numbers taken from one order of the index; a set that is longer is cut and trusted less."""
JUDGED: Final = 64
"""Claims that are compared with the question in full."""
LISTED: Final = 500
"""Where every value is wanted all claims are compared; of more than these only some of each value."""
EACH: Final = 8
"""Claims of one value that are compared then."""
NO_LIMIT: Final = -1
"""SQLite's word for all rows."""
BATCH: Final = 400

_COLUMNS: Final = (
    "c.row, c.id, c.source, c.start, c.subject, c.predicate, c.object, c.shape, c.speaker, c.polarity, c.modality,"
    " c.stated, c.valid, c.qualifiers, c.said, c.named, c.data, c.crc,"
    " ifnull(s.type, ''), ifnull(s.name, ''), ifnull(o.type, ''), ifnull(o.name, ''), ifnull(a.words, ''),"
    " (SELECT count(*) FROM kin k WHERE k.part = c.object AND k.how = 'within'), ifnull(w.name, '')"
)
_FROM: Final = (
    " FROM claim c LEFT JOIN entity s ON s.id = c.subject LEFT JOIN entity o ON o.id = c.object"
    " LEFT JOIN source a ON a.id = c.source LEFT JOIN entity w ON w.id = c.speaker"
)


class Candidate(NamedTuple):
    """A claim's row with the types and names of its two ends."""

    row: int
    id: str
    source: str
    start: int
    subject: str
    predicate: str
    object: str | None
    shape: str
    speaker: str | None
    polarity: str
    modality: str
    stated: str | None
    valid: str | None
    qualifiers: Mapping[str, Any]
    said: frozenset[str]
    named: frozenset[str]
    data: str
    crc: int
    subject_type: str
    subject_name: str
    object_type: str
    object_name: str
    source_words: frozenset[str]
    object_depth: int
    """In how many places, lines or classes the object lies."""
    speaker_name: str
    words: frozenset[str] = frozenset()
    """Everything said and named."""


def find_candidates(
    connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading, allowed: Container[int] | None = None
) -> tuple[Candidate, ...]:
    """The claims that share most with the question: its names, the predicates it asks for, its other words.

    Where row numbers are given as ``allowed``, only those, rejected claims among them included.
    """
    limit = FETCHED if allowed is None else NO_LIMIT
    votes: dict[int, int] = {}
    rare = False
    for rows, weight in _sets(connection, lexicon, reading, limit):
        for row in rows:
            votes[row] = votes.get(row, 0) + weight
        rare = rare or 0 < len(rows) < FETCHED
    if not rare or (reading.asks.several and not reading.links):
        limit = NO_LIMIT if reading.asks.several else limit
        for rows, weight in _common(connection, lexicon, reading, limit):
            votes.update({row: votes.get(row, 0) + weight for row in rows})
    if allowed is not None:
        votes = {row: cast for row, cast in votes.items() if row in allowed}
    floor = max(votes.values(), default=0) - len(reading.content) - 3
    best = sorted((row for row, cast in votes.items() if cast >= floor), key=lambda row: (-votes[row], row))
    if reading.asks.several and len(best) > LISTED:
        best = _some_of_each(connection, [row for row in best if votes[row] >= votes[best[0]] - 1])
    return fetch(connection, best if reading.asks.several else best[:JUDGED], rejected=allowed is not None)


def _some_of_each(connection: sqlite3.Connection, rows: Sequence[int]) -> list[int]:
    """The first few rows of each value of each subject, so that a long list lacks evidence rather than values."""
    met: dict[Any, int] = {}
    kept: list[int] = []
    for batch in _batches(rows):
        query = f"SELECT row, subject, predicate, object FROM claim WHERE row IN ({_marks(batch)})"  # noqa: S608  only marks
        for row, subject, predicate, value in sorted(connection.execute(query, batch)):
            of_one = (subject, predicate, value) if value else row
            met[of_one] = met.get(of_one, 0) + 1
            kept += [row] if met[of_one] <= EACH else []
    return kept


def _sets(
    connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading, limit: int
) -> Iterator[tuple[Sequence[int], int]]:
    """Row numbers by each thing that the question gives, with the weight of sharing it."""
    wanted, strong = sorted(_wanted(lexicon, reading)), sorted(_strong(reading))
    for link in reading.links:
        yield _rows_of(connection, reading, link, strong, limit) if strong else (), 1
        yield _rows_of(connection, reading, link, wanted, limit), 2
        if link == reading.speaker:
            yield _said_by(connection, link, limit), 2
        yield _by_words(connection, " AND ".join(f'"{reading.stems[at]}"' for at in sorted(link.positions)), limit), 1
    for at in sorted(reading.content):
        yield _by_words(connection, _either(lexicon, reading, at), limit), 1


def _common(
    connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading, limit: int
) -> Iterator[tuple[Sequence[int], int]]:
    """Row numbers where nothing that the question gives is rare: by predicate, and by all other words at once."""
    strong = _strong(reading)
    for name in sorted(strong):
        yield _by_predicate(connection, name, limit), 1
    accounted = frozenset[int]().union(*(asked.positions for asked in strong.values()))
    if rest := sorted(reading.content - accounted):
        yield _by_words(connection, " AND ".join(f"({_either(lexicon, reading, at)})" for at in rest), limit), 3


def _strong(reading: Reading) -> Mapping[str, Asked]:
    """The predicates that words of meaning ask for."""
    meaning = reading.content | reading.rank_positions
    return {name: asked for name, asked in reading.asked.items() if asked.needed & meaning}


def _wanted(lexicon: Lexicon, reading: Reading) -> set[str]:
    """Predicates that may answer: those asked for and those that speak freely; all where nothing but names is given."""
    plain = {at for at in reading.content if singular(reading.pieces[at].text) not in lexicon.kinds}
    if reading.speaker is not None or not plain:
        return set(lexicon.predicates)
    return set(reading.asked) | {name for name, known in lexicon.predicates.items() if known.speaks_freely}


def _rows_of(
    connection: sqlite3.Connection, reading: Reading, link: Link, wanted: Sequence[str], limit: int
) -> list[int]:
    """Claims with the name at either end, then those about its parts and wholes."""
    family = {name for entity in link.entities for name in (*reading.kin[entity].parts, *reading.kin[entity].wholes)}
    found: dict[int, None] = {}
    for names in (link.entities, *_batches(sorted(family - set(link.entities)))):
        for column in ("subject", "object"):
            query = (
                f"SELECT row FROM claim WHERE {column} IN ({_marks(names)})"  # noqa: S608  marks and fixed names
                f" AND predicate IN ({_marks(wanted)}) LIMIT {limit}"
            )
            found.update(dict.fromkeys(row for (row,) in connection.execute(query, (*names, *wanted))))
        if len(found) >= limit > 0:
            break
    return list(found)[:limit] if limit > 0 else list(found)


def _said_by(connection: sqlite3.Connection, link: Link, limit: int) -> list[int]:
    query = f"SELECT row FROM claim WHERE speaker IN ({_marks(link.entities)}) LIMIT {limit}"  # noqa: S608  only marks
    return [row for (row,) in connection.execute(query, link.entities)]


def _either(lexicon: Lexicon, reading: Reading, at: int) -> str:
    """The stem at a position or a single stem that means the same, as the full text is asked for it."""
    root = reading.stems[at]
    mates = {root, *(mate for mate in lexicon.rings.get(root, ()) if " " not in mate)}
    return " OR ".join(f'"{mate}"' for mate in sorted(mates))


def _by_words(connection: sqlite3.Connection, match: str, limit: int) -> list[int]:
    query = f"SELECT rowid FROM claim_text WHERE claim_text MATCH ? LIMIT {limit}"  # noqa: S608  a number
    return [row for (row,) in connection.execute(query, (match,))]


def _by_predicate(connection: sqlite3.Connection, predicate: str, limit: int) -> list[int]:
    query = f"SELECT row FROM claim WHERE predicate = ? LIMIT {limit}"  # noqa: S608  a number
    return [row for (row,) in connection.execute(query, (predicate,))]


def fetch(connection: sqlite3.Connection, rows: Sequence[int], *, rejected: bool = False) -> tuple[Candidate, ...]:
    """The claims of the row numbers, rejected ones left out unless asked for, by source and place."""
    found: list[Candidate] = []
    review = "" if rejected else " AND c.review <> 'rejected'"
    for batch in _batches(rows):
        query = f"SELECT {_COLUMNS}{_FROM} WHERE c.row IN ({_marks(batch)}){review}"
        found.extend(_candidate(row) for row in connection.execute(query, batch))
    return tuple(sorted(found, key=lambda c: (c.source, c.start, c.id)))


def _candidate(row: tuple[Any, ...]) -> Candidate:
    values = list(row)
    values[13] = json.loads(values[13]) if values[13] else {}
    for at in (14, 15, 22):
        values[at] = frozenset(values[at].split())
    return Candidate._make((*values, values[14] | values[15]))


def _batches(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (items[at : at + BATCH] for at in range(0, len(items), BATCH))


def _marks(items: Sequence[Any]) -> str:
    return ", ".join("?" * len(items))
