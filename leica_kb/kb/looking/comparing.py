"""What the sources say of one entity, side by side: one row a slot, agreement counted by independent witnesses."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from leica_kb.checks import Context, Row, SourceFacts, cross_reference
from leica_kb.checks.context import LINKING
from leica_kb.corpus import Limits, load_document
from leica_kb.errors import InputError, UnknownNameError
from leica_kb.kb.answers.cards import ComparisonRow, ComparisonTable
from leica_kb.kb.answers.names import Source, load_names
from leica_kb.kb.checking.judging import facts_of
from leica_kb.kb.world.loading import load_vocabulary
from leica_kb.lang.edtf import is_edtf, parse_edtf
from leica_kb.model import Claim, Identity, Vocabulary
from leica_kb.query import ClaimFilter, EntityRow, Term, claims_about, find_claims, find_entities, resolve_entity


def compare(
    root: Path, limits: Limits, connection: sqlite3.Connection, entity: str, predicate: str | None
) -> ComparisonTable:
    """The rows of an entity and of what lies inside it; raises UnknownNameError for an unknown entity or predicate."""
    name = resolve_entity(connection, entity)[0]
    vocabulary, identity = load_vocabulary(root)
    asked = _known_predicate(vocabulary, predicate) if predicate else None
    claims = {claim.id: claim for claim in claims_about(connection, name, inside=True)}
    names = load_names(connection, claims.values())
    read = {claim.id: identity.read(claim) for claim in claims.values()}
    facts = {source.id: source_facts(root, limits, source, identity) for source in names.sources.values()}
    links = find_claims(connection, ClaimFilter((Term("predicate", tuple(LINKING)),)))
    context = Context(vocabulary, facts, written=names.entities, different=identity.different).informed_by(
        map(identity.read, links)
    )
    found = [
        _row(row, claims)
        for row in cross_reference(read.values(), context)
        if _is_asked(row, read, name, asked, context)
    ]
    return ComparisonTable(
        entity=entity_row(connection, name),
        sources=by_time(names.sources[name] for name in {source for row in found for source in row.cells}),
        rows=tuple(sorted(found, key=lambda row: (row.predicate, row.subject != name, row.subject, row.detail))),
        names=names,
    )


def entity_row(connection: sqlite3.Connection, name: str) -> EntityRow:
    """What is known of an entity; of one that nobody declared its id in words."""
    every = {row.id: row for row in find_entities(connection, claimed=False)}
    return every.get(name) or EntityRow(name, name.replace("-", " "), "", 0)


def by_time(sources: Iterable[Source]) -> tuple[str, ...]:
    """Ids of the sources, the oldest first, undated ones last."""

    def place(source: Source) -> tuple[bool, float, str]:
        date = source.metadata.published
        known = date is not None and is_edtf(date)
        return (not known, parse_edtf(date).middle if known and date else 0.0, source.id)

    return tuple(source.id for source in sorted(sources, key=place))


def _known_predicate(vocabulary: Vocabulary, name: str) -> str:
    wanted = name.strip().casefold().replace(" ", "_")
    if wanted not in vocabulary.predicates:
        raise UnknownNameError("predicate", name, get_close_matches(wanted, list(vocabulary.predicates)))
    return wanted


def source_facts(root: Path, limits: Limits, source: Source, identity: Identity) -> SourceFacts:
    """What tells witnesses apart, with the text where the article is still there."""
    known = source.metadata
    try:
        return facts_of(load_document(root, Path(source.path), limits=limits)[0], identity)
    except InputError:
        retold = tuple(map(identity.current, known.retells))
        return SourceFacts(published=known.published, publisher=known.publisher, retells=retold)


def _is_asked(row: Row, claims: Mapping[str, Claim], entity: str, predicate: str | None, context: Context) -> bool:
    """Whether the row, or a claim that it reads turned round, has the entity (or a part of it) as its subject."""
    said = _claims_of(row, claims)
    subjects = {row.subject, *(claim.subject for claim in said)}
    predicates = {row.predicate, *(claim.predicate for claim in said)}
    return any(context.is_inside(subject, entity) for subject in subjects) and predicate in (None, *predicates)


def _row(row: Row, claims: Mapping[str, Claim]) -> ComparisonRow:
    cells: dict[str, tuple[Claim, ...]] = {}
    for claim in sorted(_claims_of(row, claims), key=lambda claim: (claim.source, claim.start, claim.id)):
        cells[claim.source] = (*cells.get(claim.source, ()), claim)
    return ComparisonRow(row.subject, row.predicate, row.detail, row.agreement, row.sayings, cells)


def _claims_of(row: Row, claims: Mapping[str, Claim]) -> Sequence[Claim]:
    ids = dict.fromkeys(name for saying in row.sayings for name in saying.claims)
    return [claims[name] for name in ids]
