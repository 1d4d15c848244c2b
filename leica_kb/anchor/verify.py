"""Proves claims against a text, in the order in which they come, and refits those that are intact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from leica_kb.anchor.quote import INTACT, Quote, take_quote
from leica_kb.anchor.reanchor import reanchor_in
from leica_kb.anchor.revision import Revision
from leica_kb.anchor.target import Target
from leica_kb.model import Claim, Span, Verification


def verify_claims(
    claims: Iterable[Claim], text: str, old_text: str | None = None, *, sha_matches: bool = False
) -> tuple[Verification, ...]:
    """What became of each claim's quote, in the order of the claims.

    ``old_text`` is the text that the claims' offsets speak of. ``sha_matches`` says that the text is that very text;
    it saves the search, and the slice is compared all the same.
    """
    target = Target(text)
    revision = Revision(Target(old_text), target) if old_text is not None else None
    unchanged = sha_matches or old_text == text
    return tuple(_verify(claim, target, revision, unchanged=unchanged) for claim in claims)


def refit(
    claim: Claim, verification: Verification, text: str, block: Span | None = None, *, old_text: str | None = None
) -> Claim:
    """The claim with the place, words and context that it has in the text now; the same claim unless it is intact.

    Cue words move along where they still stand; a cue that cannot be proved to stand where it should is left out.
    """
    if verification.status not in INTACT or verification.start is None or verification.end is None:
        return claim
    now = Span(verification.start, verification.end)
    quote = take_quote(text, now, block)
    cues = {kind: _move_cues(claim, spans, now, text, old_text) for kind, spans in claim.cues.items()}
    return replace(
        claim,
        quote=quote.exact,
        start=now.start,
        end=now.end,
        before=quote.before,
        after=quote.after,
        cues={kind: spans for kind, spans in cues.items() if spans},
    )


def _move_cues(claim: Claim, spans: Iterable[Span], now: Span, text: str, old_text: str | None) -> tuple[Span, ...]:
    moved = []
    for span in spans:
        words = span.of(old_text) if old_text is not None else _known_words(claim, span)
        at = span.start + now.start - claim.start
        if words and text.startswith(words, at):
            moved.append(Span(at, at + len(words)))
        elif words and claim.span.holds(span) and now.of(text).count(words) == 1:
            at = now.start + now.of(text).index(words)
            moved.append(Span(at, at + len(words)))
    return tuple(moved)


def _known_words(claim: Claim, span: Span) -> str:
    """The words of a cue as far as the claim's own quote and context hold them, else nothing."""
    known = claim.before + claim.quote + claim.after
    start = span.start - claim.start + len(claim.before)
    return known[start : start + len(span)] if start >= 0 and start + len(span) <= len(known) else ""


def _verify(claim: Claim, target: Target, revision: Revision | None, *, unchanged: bool) -> Verification:
    start, end = claim.start, claim.end
    if unchanged and target.text[start:end] == claim.quote and claim.quote:
        return Verification(claim.id, "exact", start, end)
    anchor = reanchor_in(target, Quote.from_claim(claim), revision)
    span = anchor.span
    return Verification(
        claim.id, anchor.status, span.start if span else None, span.end if span else None, anchor.detail
    )
