"""A loaded base → its verifications and findings: the bridge from stored claims to the proofs and the checks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leica_kb.anchor import verify_claims
from leica_kb.checks import Context, SourceFacts, find_findings, shingles
from leica_kb.kb.texts import old_text
from leica_kb.model import Claim, Verification

if TYPE_CHECKING:
    from leica_kb.kb.world import World
    from leica_kb.model import Document, Finding


def judge_world(world: World) -> tuple[Finding, ...]:
    """Every finding among the claims that nobody rejected."""
    held = (claim for claim in world.claims if claim.review.state != "rejected")
    return find_findings(held, context_of(world))


def context_of(world: World) -> Context:
    """What the checks need to know beside the claims."""
    return Context(world.pack.vocabulary, {name: _facts(document) for name, document in world.documents.items()})


def _facts(document: Document) -> SourceFacts:
    known = document.metadata
    return SourceFacts(
        published=known.published,
        publisher=known.publisher,
        retells=known.retells,
        title=known.title,
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
