"""Proves claims against a text, in the order in which they come, and refits those that are intact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from leica_kb.anchor.quote import INTACT, Quote, take_quote
from leica_kb.anchor.reanchor import reanchor_in
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
    old = Target(old_text) if old_text is not None else None
    unchanged = sha_matches or old_text == text
    return tuple(_verify(claim, target, old, unchanged=unchanged) for claim in claims)


def refit(claim: Claim, verification: Verification, text: str, block: Span | None = None) -> Claim:
    """The claim with the place, words and context that it has in the text now; unchanged unless it is intact."""
    if verification.status not in INTACT or verification.start is None or verification.end is None:
        return claim
    span = Span(verification.start, verification.end)
    now = take_quote(text, span, block)
    return replace(claim, quote=now.exact, start=span.start, end=span.end, before=now.before, after=now.after)


def _verify(claim: Claim, target: Target, old: Target | None, *, unchanged: bool) -> Verification:
    start, end = claim.start, claim.end
    if unchanged and target.text[start:end] == claim.quote and claim.quote:
        return Verification(claim.id, "exact", start, end)
    anchor = reanchor_in(target, Quote.from_claim(claim), old)
    span = anchor.span
    return Verification(
        claim.id, anchor.status, span.start if span else None, span.end if span else None, anchor.detail
    )
