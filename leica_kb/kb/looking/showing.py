"""An id or a name → the card of a claim, an article or an entity."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Sequence
from pathlib import Path

from leica_kb.checks import Context, witness_groups
from leica_kb.corpus import Limits, load_document
from leica_kb.errors import InputError, UnknownNameError
from leica_kb.kb.answers.cards import Card, ClaimCard, EntityCard, SourceCard
from leica_kb.kb.answers.names import Source, load_names, load_sources
from leica_kb.kb.looking.comparing import entity_row, source_facts
from leica_kb.model import Claim, Document, Vocabulary
from leica_kb.query import (
    ClaimFilter,
    Term,
    claims_about,
    claims_by_ids,
    claims_of_source,
    count_reviews,
    find_claims,
    find_findings,
    find_verifications,
    resolve_entity,
    suggest,
)
from leica_kb.query.merged import load_identity, merged_into
from leica_kb.review import RulePrecision, measure_rules, rule_of
from leica_kb.store import LogEntry, load_log


def find_card(root: Path, connection: sqlite3.Connection, name: str, limits: Limits) -> Card:
    """The card of whatever goes by this id or name; raises UnknownNameError with what was perhaps meant."""
    claims = claims_by_ids(connection, [name])
    if claims:
        return claim_card(root, connection, claims[0], limits)
    sources = load_sources(connection, [name])
    if sources:
        return _source_card(root, connection, sources[0], limits)
    try:
        return _entity_card(connection, resolve_entity(connection, name)[0])
    except UnknownNameError:
        near = [found for what in ("claim", "source", "entity") for found in suggest(connection, what, name)]
        raise UnknownNameError("claim, source or entity", name, near[:3]) from None


def claim_card(root: Path, connection: sqlite3.Connection, claim: Claim, limits: Limits) -> ClaimCard:
    """A claim with everything in the index that bears on it."""
    source = next(iter(load_sources(connection, [claim.source])), None)
    document = _document(root, source, limits)
    start, end, kind = _surroundings(document, claim)
    findings = tuple(f for f in find_findings(connection) if claim.id in (*f.left, *f.right))
    opposed = claims_by_ids(connection, (name for f in findings for name in (*f.left, *f.right)))
    agree = _agreeing(connection, claim)
    return ClaimCard(
        claim=claim,
        sentence=document.text[start:end] if document else claim.quote,
        sentence_start=start,
        block=kind,
        verification=next((v for v in find_verifications(connection) if v.claim == claim.id), None),
        agree=agree,
        witnesses=_witnesses(root, connection, (claim, *agree), limits),
        findings=findings,
        names=load_names(connection, (claim, *agree, *opposed)),
        opposed={other.id: other for other in opposed},
        commit=_commit(root, source),
        precision=_precision(connection, claim),
        history=tuple(entry for entry in load_log(root)[0] if _concerns(entry, claim)),
    )


def _precision(connection: sqlite3.Connection, claim: Claim) -> RulePrecision | None:
    """How often the rule that read the claim was right; None for what a person wrote."""
    if claim.origin.startswith("person:") or not claim.origin:
        return None
    rule = rule_of(claim.origin)
    return measure_rules(count_reviews(connection)).get(rule, RulePrecision(rule))


def _concerns(entry: LogEntry, claim: Claim) -> bool:
    """Whether a line of the log ruled on the claim, alone or in a pair."""
    return claim.id in entry.what.split() or any(claim.id in pair.split() for pair in entry.change)


def _surroundings(document: Document | None, claim: Claim) -> tuple[int, int, str]:
    """The sentences that the quote stands in, and the kind of their block."""
    if document is None or document.text[claim.start : claim.end] != claim.quote:
        return claim.start, claim.end, ""
    meeting = [sentence for sentence in document.sentences if sentence.span.meets(claim.span)]
    start = min((claim.start, *(sentence.start for sentence in meeting)))
    end = max((claim.end, *(sentence.end for sentence in meeting)))
    return start, end, document.blocks[meeting[0].block].kind if meeting else ""


def _document(root: Path, source: Source | None, limits: Limits) -> Document | None:
    if source is None or not source.path:
        return None
    try:
        return load_document(root, Path(source.path), limits=limits)[0]
    except InputError:
        return None


def _agreeing(connection: sqlite3.Connection, claim: Claim) -> tuple[Claim, ...]:
    """Claims that say the same elsewhere."""
    terms = (Term("subject", (claim.subject,)), Term("predicate", (claim.predicate,)))
    same, read = find_claims(connection, ClaimFilter(terms)), load_identity(connection).read
    return tuple(
        other
        for other in same
        if other.id != claim.id
        and (read(other).object, other.polarity) == (read(claim).object, claim.polarity)
        and _slot(read(other)) == _slot(read(claim))
    )


def _witnesses(
    root: Path, connection: sqlite3.Connection, claims: Sequence[Claim], limits: Limits
) -> tuple[tuple[str, ...], ...]:
    """The ids by independent witness, that of the first claim first."""
    sources, identity = load_sources(connection, {claim.source for claim in claims}), load_identity(connection)
    facts = {source.id: source_facts(root, limits, source, identity) for source in sources}
    groups = witness_groups(map(identity.read, claims), Context(Vocabulary({}, {}), facts))
    ids = (tuple(claim.id for claim in members) for _, members in groups)
    return tuple(sorted(ids, key=lambda group: (claims[0].id not in group, group)))


def _slot(claim: Claim) -> dict[str, str | int]:
    return {name: value for name, value in claim.qualifiers.items() if name != "scope"}


def _commit(root: Path, source: Source | None) -> str | None:
    """The commit that last touched the article."""
    if source is None or not source.path:
        return None
    quiet = ("-c", "log.showSignature=false")  # whose program the repository of a stranger would name
    command = ["git", "-C", str(root), *quiet, "log", "-1", "--format=%h %cs", "--", source.path]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=10, text=True)  # noqa: S603  fixed words and a path after --
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None


def _source_card(root: Path, connection: sqlite3.Connection, source: Source, limits: Limits) -> SourceCard:
    claims = claims_of_source(connection, source.id)
    document = _document(root, source, limits)
    return SourceCard(
        source=source,
        text=document.text if document else "",
        blocks=document.blocks if document else (),
        claims=claims,
        names=load_names(connection, claims),
    )


def _entity_card(connection: sqlite3.Connection, name: str) -> EntityCard:
    claims = claims_about(connection, name)
    merged = merged_into(connection, name)
    return EntityCard(entity_row(connection, name), claims, load_names(connection, claims), merged)
