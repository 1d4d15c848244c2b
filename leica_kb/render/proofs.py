"""Verifications and builds on a screen: what became of each quote, and what a build did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from leica_kb.render.blocks import Block, Line, Piece, line, say
from leica_kb.render.claims import marked_quote
from leica_kb.render.words import STATUS_STYLES, count

if TYPE_CHECKING:
    from leica_kb.extract import Explained
    from leica_kb.kb.answers.builds import BuildReport, Candidates, Forgotten, SourceBuild
    from leica_kb.kb.answers.lists import Proof, ProofList


def proof_list(found: ProofList) -> Iterator[Block]:
    """Every claim that is not exact, with its place; then the count of each status."""
    for proof in found.proofs:
        if proof.verification.status != "exact":
            yield from _proof(proof)
    yield say(counted(found))


def counted(found: ProofList) -> Line:
    """How many claims have each status."""
    counts = found.counts
    if not counts:
        return line("no claims yet")
    total = sum(counts.values())
    if counts.keys() == {"exact"}:
        return line(Piece(f"{total} of {total} claims exact", "good"), ": every quote stands in its article")
    parts = [Piece(f"{number} {status}", STATUS_STYLES[status]) for status, number in counts.items()]  # type: ignore[index]  # its keys are statuses
    joined = [piece for part in parts for piece in (part, Piece(", "))][:-1]
    return line(f"{total} claims: ", joined)


def _proof(proof: Proof) -> Iterator[Block]:
    status = proof.verification.status
    place = f"{proof.path}:{proof.line}" if proof.line else proof.path
    yield say(Piece(status, STATUS_STYLES[status]), f" {proof.claim.id} {place}", " (fixed)" if proof.fixed else "")
    yield say("“", marked_quote(proof.claim), "”", indent=2)
    if proof.verification.detail:
        yield say(proof.verification.detail, indent=2)


def build_blocks(report: BuildReport) -> Iterator[Block]:
    """One line for each article, what it refused below, then findings and problems."""
    for source in report.sources:
        yield say(Piece(source.source, "strong"), f": {_build(source)}")
        if source.refused:
            refused = ", ".join(f"{number} {reason}" for reason, number in source.refused.items())
            yield say(Piece(f"sentences without a claim: {refused}", "quiet"), indent=2)
        for label, ids in _lists(source).items():
            yield say(f"{label}: {', '.join(ids)}", indent=2)
    for problem in report.problems:
        yield say(Piece(str(problem), "warn"))
    yield say(Piece(count(report.findings, "loud finding"), "quiet"))


def _build(source: SourceBuild) -> str:
    if not source.read and not source.wrote:
        return f"up to date, {count(source.kept, 'claim')}"
    parts = [f"{source.proposed} proposed", f"{len(source.new)} new", f"{source.kept} kept"]
    return ", ".join(parts) + ("" if source.wrote else ", nothing to write")


def _lists(source: SourceBuild) -> Mapping[str, tuple[str, ...]]:
    lists = {
        "changed": source.changed,
        "completed": source.completed,
        "edited by a person": source.corrected,
        "words gone": source.orphaned,
        "no longer found by the rules": source.unproposed,
    }
    return {label: ids for label, ids in lists.items() if ids}


def candidate_blocks(found: Candidates, *, explain: bool) -> Iterator[Block]:
    """What the rules read, and with ``explain`` what they refused and why."""
    from leica_kb.render.claims import claim_blocks

    yield from claim_blocks(found.claims, found.names)
    if explain:
        for refused in found.refused:
            yield say(Piece(f"refused, {refused.reason}: ", "warn"), " ".join(refused.text.split()))
        for sentence in found.explained:
            yield from _explained(sentence)
    silent = count(len(found.refused), "sentence")
    yield say(Piece(f"{count(len(found.claims), 'claim')}, {silent} without one", "quiet"))


def _explained(sentence: Explained) -> Iterator[Block]:
    """How one sentence was read, so that a person sees why."""
    yield say(Piece("read ", "quiet"), Piece(" ".join(sentence.text.split()), "strong"))
    for mention in sentence.mentions:
        yield say(
            Piece("mention ", "quiet"), f"«{mention.text}» {mention.type} {mention.entity or ''}".rstrip(), indent=2
        )
    for frame in sentence.frames:
        roles = "; ".join(f"{role}: {', '.join(words)}" for role, words in frame.roles.items())
        yield say(Piece("frame ", "quiet"), f"{frame.lemma} ({frame.kind}) {roles}", indent=2)
    for statement in sentence.statements:
        sides = f"«{statement.subject_words}» → «{statement.object_words}»"
        outcome = f", refused: {statement.refusal}" if statement.refusal else ""
        yield say(Piece("rule ", "quiet"), f"{statement.rule}: {statement.predicate} {sides}{outcome}", indent=2)


def forgotten_blocks(done: Forgotten) -> Iterator[Block]:
    """What forgetting a source took away."""
    yield say(Piece(done.source, "strong"), f": {count(len(done.claims), 'claim')} retracted")
    for path in done.files:
        yield say(f"removed {path}", indent=2)
    for finding in done.findings:
        yield say(f"finding {finding} rested on it", indent=2)
