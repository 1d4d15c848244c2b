"""A loaded base → its verifications and findings: the bridge from stored claims to the proofs and the checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from leica_kb.anchor import verify_claims
from leica_kb.checks import Context, SourceFacts, apply_decisions, explain_pair, find_findings, shingles
from leica_kb.corpus import Limits
from leica_kb.errors import UnknownNameError
from leica_kb.kb.answers.lists import Reason
from leica_kb.kb.answers.names import Source, names_in, spelt, with_opening
from leica_kb.kb.world.loading import load_world
from leica_kb.kb.world.texts import old_text
from leica_kb.model import Claim, EntityValue, Identity, Verification
from leica_kb.store import RULED

if TYPE_CHECKING:
    from leica_kb.kb.world.loading import World
    from leica_kb.model import Document, Finding


def judge_world(world: World) -> tuple[Finding, ...]:
    """Every finding among the claims that nobody rejected, with what people have ruled on it."""
    held = held_claims(world)
    found = find_findings(compared(held.values(), world.identity), context_of(world))
    return apply_decisions(rest_on_rulings(found, held, world.identity), world.decisions, held)


def rest_on_rulings(
    findings: Sequence[Finding], claims: Mapping[str, Claim], identity: Identity
) -> tuple[Finding, ...]:
    """The findings, each with the rulings on names by which its claims speak of one thing."""
    if not identity.merged:
        return tuple(findings)
    return tuple(_resting(finding, claims, identity) for finding in findings)


def _resting(finding: Finding, claims: Mapping[str, Claim], identity: Identity) -> Finding:
    sides = [claims[name] for name in (*finding.left, *finding.right) if name in claims]
    ends = {claim.object.entity for claim in sides if isinstance(claim.object, EntityValue)}
    merged = sorted(({claim.subject for claim in sides} | ends) & identity.merged.keys())
    ruled = (f"ruled the same: {name} and {identity.current(name)} ({RULED.as_posix()})" for name in merged)
    return replace(finding, facts=(*finding.facts, *ruled)) if merged else finding


def compared(claims: Iterable[Claim], identity: Identity) -> list[Claim]:
    """The claims as they are set against each other: each thing under one id, without those that only tie two names."""
    if not identity.merged:
        return list(claims)
    return [identity.read(claim) for claim in claims if not identity.ties_names(claim)]


def held_claims(world: World) -> dict[str, Claim]:
    """The claims that nobody rejected, by id: those that are set against each other."""
    return {claim.id: claim for claim in world.claims if claim.review.state != "rejected"}


def explain(root: Path, limits: Limits, left: str, right: str) -> Reason:
    """Why two claims are, or are not, set against each other; raises UnknownNameError for an id that is not there."""
    world = load_world(root, limits)
    pair = [_claim(world, name) for name in (left, right)]
    read = world.identity.read
    verdict = explain_pair(read(pair[0]), read(pair[1]), context_of(world), compared(world.claims, world.identity))
    return Reason(pair[0], pair[1], verdict, names_in(world.pack.vocabulary, world.documents))


def _claim(world: World, name: str) -> Claim:
    known = {claim.id: claim for claim in world.claims}
    if name not in known:
        raise UnknownNameError("claim", name, get_close_matches(name, list(known)))
    return known[name]


def context_of(world: World) -> Context:
    """What the checks need to know beside the claims."""
    identity, vocabulary = world.identity, world.vocabulary
    return Context(
        vocabulary,
        {name: facts_of(document, identity) for name, document in world.documents.items()},
        written=spelt(vocabulary.entities, map(identity.read, world.claims), world.documents),
        different=identity.different,
    )


def facts_of(document: Document, identity: Identity | None = None) -> SourceFacts:
    """What the checks need to know of an article."""
    known = document.metadata
    return SourceFacts(
        published=known.published,
        publisher=known.publisher,
        retells=tuple(map(identity.current, known.retells)) if identity else known.retells,
        title=Source(document.id, document.path, document.sha256, with_opening(document)).label,
        shingles=shingles(document.text),
        sentences=tuple(sentence.start for sentence in document.sentences),
    )


def verify_world(world: World, sources: Iterable[str] | None = None) -> tuple[Verification, ...]:
    """What became of every quote, or of those of some sources, by source and place."""
    wanted = sorted(world.files if sources is None else sources)
    return tuple(found for name in wanted for found in _verify(world, name))


def _verify(world: World, name: str) -> tuple[Verification, ...]:
    file, document = world.files[name], world.documents.get(name)
    if document is None:
        return tuple(_gone(claim) for claim in file.claims)
    same = file.text_sha256 == document.sha256
    before = None if same else old_text(world.root, file.text_sha256, document.path)
    return verify_claims(file.claims, document.text, before, sha_matches=same)


def _gone(claim: Claim) -> Verification:
    return Verification(claim.id, "missing", None, None, f"the article {claim.source} is not in seeds/")
