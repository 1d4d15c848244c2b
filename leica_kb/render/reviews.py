"""Reviewing on a screen: the claims that wait, one of them with its sentence, why it waits, and what verdicts wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from leica_kb.lang.clauses import claim_in_words
from leica_kb.model.claim import CUE_KINDS
from leica_kb.render.answers import finding_line
from leica_kb.render.blocks import Block, Piece, Style, Table, line, say
from leica_kb.render.cards import facts, in_sentence, manner
from leica_kb.render.words import STATUS_STYLES, count, one_line, receipt

if TYPE_CHECKING:
    from leica_kb.kb.answers.cards import ClaimCard
    from leica_kb.kb.answers.reviews import Reviewed, ReviewQueue, TakenBack
    from leica_kb.review import Reason, Waiting

_STYLES: Final[Mapping[str, Style]] = {"words": "bad", "finding": "warn", "rule": "warn", "unreviewed": "quiet"}


def waiting_blocks(queue: ReviewQueue) -> Iterator[Block]:
    """What ``review --list`` shows: one row a claim, in the order of the walk."""
    if not queue.waiting:
        yield say(Piece("nothing waits for review", "good"))
        return
    rows = tuple(
        (
            line(Piece(claim_in_words(row.claim, queue.names), "strong")),
            line(_reason(row.reasons[0])),
            line(Piece(row.claim.id, "quiet")),
        )
        for row in queue.waiting
    )
    yield Table(("claim", "waits because", "id"), rows, (3, 2, 0))
    yield say(Piece(f"{count(len(rows), 'claim')} to review", "quiet"))


def _reason(reason: Reason) -> Piece:
    return Piece(one_line(reason.words), _STYLES[reason.kind])


def review_blocks(card: ClaimCard, row: Waiting, progress: str) -> Iterator[Block]:
    """One claim for a verdict: how far the walk is, what the claim says, and its words in their sentence."""
    grave = [reason for reason in row.reasons if reason.kind != "unreviewed"]
    told = [piece for reason in grave for piece in (Piece(" · "), _reason(reason))]
    yield say("")
    yield say(Piece(progress, "strong"), told)
    yield say(Piece(claim_in_words(card.claim, card.names), "strong"))
    yield say(in_sentence(card), indent=2)
    yield say(Piece("— ", "quiet"), receipt(card.claim, card.names), indent=4)
    yield say(Piece(f"{card.claim.predicate} · {manner(card.claim)}", "quiet"), indent=4)


def why_blocks(card: ClaimCard, row: Waiting) -> Iterator[Block]:
    """Why the claim waits, who or what read it, by which words, and how it stands to others."""
    for reason in row.reasons:
        yield say(Piece("waits because: ", "quiet"), _reason(reason), indent=2)
    for label, words in facts(card).items():
        yield say(Piece(f"{label}: ", "quiet"), words, indent=2)
    for kind in CUE_KINDS:
        if cues := _cues(card, kind):
            yield say(Piece(f"{kind} by: ", "quiet"), Piece(cues, "cue"), indent=2)
    if card.verification:
        found = card.verification
        told = f" ({one_line(found.detail)})" if found.detail else ""
        yield say(Piece("its words: ", "quiet"), Piece(found.status, STATUS_STYLES[found.status]), told, indent=2)
    for finding in card.findings:
        yield from finding_line(finding)


def _cues(card: ClaimCard, kind: str) -> str:
    """The words that made a decision, or where they stand if that is in another sentence."""
    start, end = card.sentence_start, card.sentence_start + len(card.sentence)
    spans = card.claim.cues.get(kind, ())
    words = (
        card.sentence[span.start - start : span.end - start]
        if start <= span.start and span.end <= end
        else f"{span.start}–{span.end}"
        for span in spans
    )
    return ", ".join(one_line(word) for word in words)


def reviewed_blocks(done: Reviewed) -> Iterator[Block]:
    """What verdicts wrote."""
    lists = {"accepted": done.accepted, "rejected": done.rejected, "corrected": done.corrected}
    told = [f"{name}: {_claims(ids)}" for name, ids in lists.items() if ids]
    if told:
        yield say(Piece("; ".join(told), "strong"), "; to take it back: leica-kb undo")
    if done.unchanged:
        yield say(f"as it was already: {_claims(done.unchanged)}")
    if done.kept:
        yield say(f"reviewed before and left as it is: {_claims(done.kept)}; to review it anew, name its id")
    if not told and not done.unchanged and not done.kept:
        yield say("no verdicts, nothing written")


def taken_back_blocks(done: TakenBack) -> Iterator[Block]:
    """What taking back a review wrote."""
    kept = f"; changed since and left: {_claims(done.kept)}" if done.kept else ""
    yield say("taken back: ", Piece(one_line(done.act), "strong"), f" ({count(len(done.claims), 'claim')}{kept})")


def _claims(ids: tuple[str, ...]) -> str:
    return ", ".join(ids) if len(ids) <= _NAMED else count(len(ids), "claim")


_NAMED: Final = 3
"""Claims that are named one by one; more are counted."""
