"""Quotes against their articles: the proofs, new places for words that only moved, and all problems of a base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from leica_kb.anchor import refit
from leica_kb.corpus import Limits
from leica_kb.errors import UnknownNameError
from leica_kb.files import lock
from leica_kb.kb.answers.lists import Proof, ProofList
from leica_kb.kb.answers.names import names_in
from leica_kb.kb.checking.judging import verify_world
from leica_kb.kb.world.acts import author, stamp
from leica_kb.kb.world.loading import World, block_at, load_world
from leica_kb.kb.world.texts import keep_old_text
from leica_kb.model import Claim, Span, Verification
from leica_kb.store import ClaimFile, LogEntry, by_position, claims_path, logged, save_claims


def prove(root: Path, limits: Limits, ids: Sequence[str], *, fix: bool) -> ProofList:
    """Proofs of the claims with these ids, or of all; with ``fix`` the intact ones get the place they have now."""
    world = load_world(root, limits)
    proofs = _wanted(prove_all(world), ids)
    if fix:
        proofs = _fix(world, proofs)
    return ProofList(proofs, names_in(world.pack.vocabulary, world.documents), world.problems)


def prove_all(world: World) -> tuple[Proof, ...]:
    """Every claim with what became of its quote."""
    return tuple(_proof(world.files[claim.source], claim, found) for claim, found in _verified(world))


def _verified(world: World) -> Iterable[tuple[Claim, Verification]]:
    """Claims and verifications, which ``verify_world`` gives in the order of the claims."""
    return zip(world.claims, verify_world(world), strict=True)


def _proof(file: ClaimFile, claim: Claim, found: Verification) -> Proof:
    path = file.path or claims_path(file.source)
    return Proof(claim, found, path.as_posix(), file.lines.get(claim.id))


def _wanted(proofs: Sequence[Proof], ids: Sequence[str]) -> tuple[Proof, ...]:
    if not ids:
        return tuple(proofs)
    known = {proof.claim.id: proof for proof in proofs}
    for name in ids:
        if name not in known:
            raise UnknownNameError("claim", name, _near(name, known))
    return tuple(known[name] for name in dict.fromkeys(ids))


def _near(name: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, list(known), n=3)


def _fix(world: World, proofs: Sequence[Proof]) -> tuple[Proof, ...]:
    """Write the places of intact claims; a file whose claims are not all intact keeps the digest of its old text."""
    shifted = {p.claim.id: p for p in proofs if p.intact and p.verification.status != "exact"}
    with lock(world.root):
        for name in sorted({proof.claim.source for proof in shifted.values()}):
            _write_places(world, name, {i: p.verification for i, p in shifted.items() if p.claim.source == name})
    return tuple(replace(proof, fixed=proof.claim.id in shifted) for proof in proofs)


def _write_places(world: World, name: str, found: Mapping[str, Verification]) -> None:
    placed = place_claims(world, name, found)
    entry = LogEntry(author(world.root), stamp(datetime.now(UTC)), f"verify {name}", "", dict.fromkeys(found, "moved"))
    with logged(world.root, entry):
        save_claims(world.root, placed)


def place_claims(world: World, name: str, found: Mapping[str, Verification]) -> ClaimFile:
    """A source's claims at the places where their words stand now, as found for each id."""
    file, document = world.files[name], world.documents[name]
    same = file.text_sha256 == document.sha256
    before = document.text if same else keep_old_text(world.root, file.text_sha256, document.path)

    def place(claim: Claim) -> Claim:
        verification = found.get(claim.id)
        if verification is None or verification.start is None or verification.end is None:
            return claim
        block = block_at(document, Span(verification.start, verification.end))
        return refit(claim, verification, document.text, block, old_text=before)

    claims = by_position([place(claim) for claim in file.claims])
    stand = all(claim.span.of(document.text) == claim.quote for claim in claims)
    return replace(file, claims=claims, text_sha256=document.sha256 if stand else file.text_sha256)
