"""The index → lists of claims, sources, entities and findings."""

from __future__ import annotations

import sqlite3

from leica_kb.kb.answers.lists import ClaimList, EntityList, FindingList, SourceList
from leica_kb.kb.answers.names import Names, entity_names, load_names, load_sources, retold_by
from leica_kb.query import claims_by_ids, find_claims, find_entities, find_findings, parse_filter
from leica_kb.query.knowing import check_filter


def list_claims(connection: sqlite3.Connection, filter_: str) -> ClaimList:
    """The claims that meet the filter, in its order."""
    chosen = parse_filter(filter_)
    check_filter(connection, chosen)
    found = find_claims(connection, chosen)
    return ClaimList(found, load_names(connection, found))


def list_sources(connection: sqlite3.Connection) -> SourceList:
    """Every article, by id."""
    sources = load_sources(connection)
    return SourceList(sources, Names(entity_names(connection, retold_by(sources))))


def list_entities(connection: sqlite3.Connection, *, unclaimed: bool) -> EntityList:
    """Entities by id; those that no claim speaks of only where asked for."""
    return EntityList(find_entities(connection, claimed=not unclaimed))


def list_findings(connection: sqlite3.Connection, *, notes: bool, decided: bool) -> FindingList:
    """Open findings, loud ones first, with the number of those left out."""
    every = find_findings(connection)
    chosen = [f for f in every if (notes or f.severity != "note") and (decided or f.decision is None)]
    ids = dict.fromkeys(name for finding in chosen for name in (*finding.left, *finding.right))
    claims = claims_by_ids(connection, ids)
    return FindingList(
        findings=tuple(chosen),
        claims={claim.id: claim for claim in claims},
        names=load_names(connection, claims),
        notes=0 if notes else sum(f.severity == "note" and f.decision is None for f in every),
        decided=0 if decided else sum(f.decision is not None for f in every),
    )
