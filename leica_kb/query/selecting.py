"""A claim filter → the claims that meet it, by one statement over the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from leica_kb.index.words import stem, words_of
from leica_kb.lang.edtf import Interval, parse_edtf
from leica_kb.model import Claim
from leica_kb.query.filters import ClaimFilter, Term, is_default
from leica_kb.query.merged import with_current_ids
from leica_kb.query.rows import select_claims

Clause = tuple[str, list[Any]]

_COLUMNS: Final = {
    "id": "c.id",
    "subject": "c.subject",
    "predicate": "c.predicate",
    "topic": "(SELECT p.topic FROM predicate p WHERE p.id = c.predicate)",
    "source": "c.source",
    "polarity": "c.polarity",
    "modality": "c.modality",
    "review": "c.review",
}
RULE: Final = "substr(json_extract(c.data, '$.origin'), instr(json_extract(c.data, '$.origin'), ' ') + 1)"
"""The rule of an origin (``rules/1 use-for``), or all of an origin that names none (``person:ann``)."""
_ORDERS: Final = {"source": "c.source, c.start, c.id", "id": "c.id, c.source"}
_FINDINGS: Final = "EXISTS (SELECT 1 FROM finding_claim l JOIN finding f ON f.id = l.finding WHERE l.claim = c.id{})"
_STATES: Final = {
    "any": "",
    "open": " AND f.decision IS NULL",
    "closed": " AND f.decision IS NOT NULL",
    **{name: f" AND f.severity = '{name}'" for name in ("contradiction", "tension", "note")},
}


def find_claims(connection: sqlite3.Connection, filter_: ClaimFilter) -> tuple[Claim, ...]:
    """The claims that meet every term of the filter, in its order."""
    query, values = build_query(with_current_ids(connection, filter_), "c.data, c.crc")
    register(connection)
    return select_claims(connection, query, values)


def count_claims(connection: sqlite3.Connection, filter_: ClaimFilter) -> int:
    """How many claims meet the filter, its limit aside."""
    query, values = build_query(with_current_ids(connection, filter_), "1", limited=False)
    register(connection)
    return int(connection.execute(f"SELECT count(*) FROM ({query})", values).fetchone()[0])  # noqa: S608  built from fixed parts


def build_query(filter_: ClaimFilter, columns: str, *, limited: bool = True) -> tuple[str, list[Any]]:
    """The statement and its values; every value of the filter is bound, never pasted."""
    clauses = [_clause(term) for term in filter_.terms]
    if is_default(filter_.terms):
        clauses.append(("c.review <> 'rejected'", []))
    if filter_.words:
        clauses.append(_words(filter_.words))
    if filter_.as_of:
        clauses.append(("holds_at(c.valid, c.stated, ?)", [filter_.as_of]))
    where = " AND ".join(sql for sql, _ in clauses) or "1"
    values = [value for _, bound in clauses for value in bound]
    query = f"SELECT {columns} FROM claim c WHERE {where} ORDER BY {_order(filter_)}"  # noqa: S608  built from fixed parts
    if limited and filter_.limit is not None:
        return f"{query} LIMIT ?", [*values, filter_.limit]
    return query, values


def _order(filter_: ClaimFilter) -> str:
    way = " DESC" if filter_.descending else ""
    first = f"c.{filter_.sort}{way}"
    return ", ".join(dict.fromkeys((first, *_ORDERS.get(filter_.sort, _ORDERS["source"]).split(", "))))


def _clause(term: Term) -> Clause:
    sql, values = _CLAUSES.get(term.field, _by_column)(term)
    return (f"NOT ifnull({sql}, 0)" if term.negated else f"({sql})"), values


def _by_column(term: Term) -> Clause:
    if term.field == "review" and "any" in term.values:
        return "1", []
    column = _COLUMNS[term.field]
    return " OR ".join(f"{column} {_like(value)}" for value in term.values), list(term.values)


def _like(value: str) -> str:
    return "GLOB ?" if "*" in value else "= ?"


def _by_object(term: Term) -> Clause:
    """An entity by its id, any other value by what stands in it."""
    parts = " OR ".join(
        f"c.object {_like(value)} OR (c.object IS NULL AND lower(json_extract(c.data, '$.object')) LIKE ?)"
        for value in term.values
    )
    return parts, [bound for value in term.values for bound in (value, f"%{value.strip('*').lower()}%")]


def _by_entity(term: Term) -> Clause:
    """The entity or whatever lies inside it, at either end or as the speaker."""
    inside = "SELECT k.part FROM kin k WHERE k.whole = ? AND k.how IN ('self', 'within', 'maker') UNION SELECT ?"
    parts = [f"c.{end} IN ({inside})" for end in ("subject", "object")] + ["c.speaker = ?"]
    sql = " OR ".join(" OR ".join(f"ifnull({part}, 0)" for part in parts) for _ in term.values)
    return sql, [value for value in term.values for _ in range(5)]


def _by_rule(term: Term) -> Clause:
    return " OR ".join(f"{RULE} {_like(value)}" for value in term.values), list(term.values)


def _by_speaker(term: Term) -> Clause:
    parts = " OR ".join(
        "c.speaker IS NULL" if value == "none" else f"c.speaker {_like(value)}" for value in term.values
    )
    return parts, [value for value in term.values if value != "none"]


def _by_finding(term: Term) -> Clause:
    parts = (f"NOT {_FINDINGS.format('')}" if v == "none" else _FINDINGS.format(_STATES[v]) for v in term.values)
    return " OR ".join(parts), []


def _by_date(term: Term) -> Clause:
    return f"compares(c.{term.field}, ?, ?)", [term.operator, term.values[0]]


_CLAUSES: Final[Mapping[str, Callable[[Term], Clause]]] = {
    "object": _by_object,
    "about": _by_entity,
    "speaker": _by_speaker,
    "finding": _by_finding,
    "rule": _by_rule,
    "stated": _by_date,
    "valid": _by_date,
}


def _words(words: Sequence[str]) -> Clause:
    stems = [stem(word) for text in words for word in words_of(text)]
    if not stems:
        return "0", []
    match = " AND ".join(f'"{root}"' for root in stems)
    return "c.row IN (SELECT rowid FROM claim_text WHERE claim_text MATCH ?)", [match]


def register(connection: sqlite3.Connection) -> None:
    """Teach the connection to compare EDTF dates."""
    connection.create_function("compares", 3, compares, deterministic=True)
    connection.create_function("holds_at", 3, holds_at, deterministic=True)


def compares(time: str | None, operator: str, date: str) -> bool:
    """Whether an EDTF time lies so to a date; where it is unknown or no date, it does not.

    ``=``: they share a day; ``<`` and ``>``: wholly before, wholly after; ``<=`` and ``>=``: not wholly after, before.
    """
    left, right = _interval(time), parse_edtf(date)
    if left is None:
        return False
    match operator:
        case "<":
            return left.is_before(right)
        case ">":
            return right.is_before(left)
        case "<=":
            return not right.is_before(left)
        case ">=":
            return not left.is_before(right)
        case _:
            return left.meets(right)


def holds_at(valid: str | None, stated: str | None, date: str) -> bool:
    """Whether a claim may hold at a date: its valid time meets it; where that is unknown, it was said by then."""
    at = parse_edtf(date)
    if (holds := _interval(valid)) is not None:
        return holds.meets(at)
    said = _interval(stated)
    return said is None or not at.is_before(said)


def _interval(text: str | None) -> Interval | None:
    try:
        return parse_edtf(text) if text else None
    except ValueError:
        return None
