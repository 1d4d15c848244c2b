"""Sources, entities, predicates and findings from rows, with what was perhaps meant where a name is not there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from leica_kb.errors import UnknownNameError
from leica_kb.index import metadata_from_json
from leica_kb.index.words import key_of
from leica_kb.model import Claim, Finding, Metadata, Span, Verification
from leica_kb.query.filters import ClaimFilter, Term
from leica_kb.query.merged import current_id
from leica_kb.query.selecting import RULE, find_claims

Listed = Literal["claim", "entity", "predicate", "topic", "source", "finding"]
"""What has ids that people type."""
OFFERED: Final = 3
"""Names offered where one is not known."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as it is listed."""

    id: str
    path: str
    sha256: str
    metadata: Metadata
    caveat: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as it is listed; claims counts those in which it is subject or object."""

    id: str
    name: str
    type: str
    claims: int
    aliases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    maker: str | None = None


@dataclass(frozen=True, slots=True)
class PredicateRow:
    """A predicate as it is listed."""

    id: str
    topic: str
    says: str
    claims: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the sources say of one subject and predicate, side by side."""

    subject: str
    predicate: str
    claims: tuple[Claim, ...] = field(default=())


def find_sources(connection: sqlite3.Connection) -> tuple[SourceRow, ...]:
    """Every source with the number of its claims, rejected ones not counted."""
    query = (
        "SELECT s.id, s.path, s.sha256, s.metadata, s.caveat,"
        " (SELECT count(*) FROM claim c WHERE c.source = s.id AND c.review <> 'rejected') FROM source s ORDER BY s.id"
    )
    return tuple(
        SourceRow(name, path, sha256, metadata_from_json(json.loads(metadata)), caveat, claims)
        for name, path, sha256, metadata, caveat, claims in connection.execute(query)
    )


def find_entities(connection: sqlite3.Connection, *, claimed: bool = True) -> tuple[EntityRow, ...]:
    """The entities that claims speak of, or with ``claimed`` false all that have a name here."""
    counts: dict[str, int] = {}
    for end in ("subject", "object"):
        query = f"SELECT {end}, count(*) FROM claim WHERE {end} IS NOT NULL AND review <> 'rejected' GROUP BY {end}"  # noqa: S608  fixed names
        for name, count in connection.execute(query):
            counts[name] = counts.get(name, 0) + count
    named = {name: json.loads(data) for name, data in connection.execute("SELECT id, data FROM entity ORDER BY id")}
    wanted = sorted(counts if claimed else counts.keys() | named.keys())
    return tuple(_entity(name, named.get(name, {}), counts.get(name, 0)) for name in wanted)


def _entity(name: str, data: Mapping[str, Any], claims: int) -> EntityRow:
    return EntityRow(
        id=name,
        name=data.get("name") or name.replace("-", " "),
        type=data.get("type", ""),
        claims=claims,
        aliases=tuple(data.get("aliases", ())),
        within=tuple(data.get("within", ())),
        maker=data.get("maker"),
    )


def find_predicates(connection: sqlite3.Connection) -> tuple[PredicateRow, ...]:
    """Every predicate with the number of its claims."""
    query = (
        "SELECT p.id, p.topic, p.data, (SELECT count(*) FROM claim c WHERE c.predicate = p.id"
        " AND c.review <> 'rejected') FROM predicate p ORDER BY p.id"
    )
    return tuple(
        PredicateRow(name, topic, json.loads(data)["says"], claims)
        for name, topic, data, claims in connection.execute(query)
    )


def resolve_entity(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """Ids of the entities that go by an id or name; raises UnknownNameError with offers."""
    if (current := current_id(connection, name)) != name:
        return (current,)
    known = connection.execute("SELECT 1 FROM claim WHERE subject = ?1 OR object = ?1 OR speaker = ?1 LIMIT 1", (name,))
    if known.fetchone() or connection.execute("SELECT 1 FROM entity WHERE id = ?", (name,)).fetchone():
        return (name,)
    rows = connection.execute("SELECT entity FROM alias WHERE key = ? ORDER BY entity", (key_of(name),)).fetchall()
    if not rows:
        raise UnknownNameError("entity", name, suggest(connection, "entity", name))
    return tuple(row[0] for row in rows)


def claims_about(connection: sqlite3.Connection, entity: str, *, inside: bool = False) -> tuple[Claim, ...]:
    """Claims with the entity at either end or as the speaker; with ``inside`` also those about its members."""
    if inside:
        return find_claims(connection, ClaimFilter((Term("about", (entity,)),)))
    found = [find_claims(connection, ClaimFilter((Term(end, (entity,)),))) for end in ("subject", "object", "speaker")]
    unique = {(claim.source, claim.start, claim.id): claim for claims in found for claim in claims}
    return tuple(unique[place] for place in sorted(unique))


def claims_of_source(connection: sqlite3.Connection, source: str) -> tuple[Claim, ...]:
    """A source's claims in the order of its text."""
    return find_claims(connection, ClaimFilter((Term("source", (source,)),)))


def compare_sources(
    connection: sqlite3.Connection, entity: str, predicate: str | None = None
) -> tuple[Comparison, ...]:
    """What is said of an entity as subject, one row for each predicate."""
    terms = (Term("subject", (entity,)), *((Term("predicate", (predicate,)),) if predicate else ()))
    rows: dict[str, list[Claim]] = {}
    for claim in find_claims(connection, ClaimFilter(terms)):
        rows.setdefault(claim.predicate, []).append(claim)
    return tuple(Comparison(entity, name, tuple(rows[name])) for name in sorted(rows))


def find_findings(
    connection: sqlite3.Connection, ids: Iterable[str] | None = None, *, notes: bool = True
) -> tuple[Finding, ...]:
    """Stored findings, loud ones first; all of them, or those with the ids."""
    order = "CASE severity WHEN 'contradiction' THEN 0 WHEN 'tension' THEN 1 ELSE 2 END, id"
    rows = connection.execute(f"SELECT id, severity, data FROM finding ORDER BY {order}")  # noqa: S608  a fixed order
    wanted = None if ids is None else frozenset(ids)
    return tuple(
        finding_from_json(json.loads(data))
        for name, severity, data in rows
        if (wanted is None or name in wanted) and (notes or severity != "note")
    )


def finding_from_json(data: Mapping[str, Any]) -> Finding:
    """The finding that ``Finding.to_json`` wrote."""
    return Finding(
        id=data["id"],
        kind=data["kind"],
        severity=data["severity"],
        left=tuple(data["left"]),
        right=tuple(data["right"]),
        rule=data["rule"],
        explanation=data["explanation"],
        decision=data["decision"],
        settles=data["settles"],
        facts=tuple(data["facts"]),
        reasons=tuple(data["reasons"]),
        reopened=tuple(data.get("reopened", ())),
        slot=dict(data["slot"]),
        clash={claim: tuple(Span(a, b) for a, b in spans) for claim, spans in data["clash"].items()},
    )


def find_verifications(connection: sqlite3.Connection) -> tuple[Verification, ...]:
    """The stored verifications, by claim."""
    rows = connection.execute("SELECT claim, status, start, end, detail FROM verification ORDER BY claim")
    return tuple(Verification(*row) for row in rows)


def count_reviews(connection: sqlite3.Connection) -> tuple[tuple[str, str, int], ...]:
    """How many claims of each rule have each state of review, unreviewed ones left out."""
    reviewed = "FROM claim c WHERE c.review <> 'unreviewed' GROUP BY 1, 2 ORDER BY 1, 2"
    counted = f"SELECT {RULE}, c.review, count(*) {reviewed}"
    return tuple((rule or "", review, n) for rule, review, n in connection.execute(counted))


_IDS: Final[Mapping[Listed, str]] = {
    "claim": "SELECT DISTINCT id FROM claim WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
    "entity": "SELECT id FROM (SELECT id FROM entity UNION SELECT id FROM merged UNION SELECT subject FROM claim"
    " UNION SELECT object FROM claim WHERE object IS NOT NULL) WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
    "predicate": "SELECT id FROM predicate WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
    "topic": "SELECT DISTINCT topic FROM predicate WHERE topic >= ? AND topic < ? ORDER BY topic LIMIT ?",
    "source": "SELECT id FROM source WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
    "finding": "SELECT id FROM finding WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
}


def complete_ids(connection: sqlite3.Connection, what: Listed, prefix: str = "", limit: int = 50) -> tuple[str, ...]:
    """Ids that begin so, for a shell's completion."""
    rows = connection.execute(_IDS[what], (prefix, prefix + "\U0010ffff", limit))
    return tuple(row[0] for row in rows)


def is_known_id(connection: sqlite3.Connection, what: Listed, name: str) -> bool:
    """Whether something here has exactly this id."""
    return complete_ids(connection, what, name, 1) == (name,)


def suggest(connection: sqlite3.Connection, what: Listed, name: str) -> tuple[str, ...]:
    """Ids that may have been meant: those that begin so, else the nearest; digits are never taken for others."""
    if len(name) >= 3 and (begun := complete_ids(connection, what, name, OFFERED)):
        return begun
    from rapidfuzz import fuzz, process

    digits = [c for c in name if c.isdigit()]
    ids = [
        i
        for i in complete_ids(connection, what, limit=100_000)
        if not digits or [c for c in i if c.isdigit()] == digits
    ]
    near = process.extract(name.lower().replace(" ", "-"), ids, scorer=fuzz.ratio, limit=OFFERED, score_cutoff=60)
    return tuple(found for found, _, _ in near)
