"""The two values of anchoring: a quote with its surroundings, and what became of it in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from leica_kb.model import Claim, Span
from leica_kb.model.claim import CONTEXT
from leica_kb.model.finding import AnchorStatus

INTACT: Final[frozenset[AnchorStatus]] = frozenset({"exact", "moved", "normalised"})
"""The statuses under which a quote still says what it said."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words, where they stood, and up to 32 code points on either side of them (the W3C text-quote selector)."""

    exact: str
    start: int | None = None
    """Code point where the words stood; None where nobody knows."""
    before: str = ""
    after: str = ""

    @classmethod
    def from_claim(cls, claim: Claim) -> Quote:
        """The claim's receipt."""
        return cls(claim.quote, claim.start, claim.before, claim.after)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What became of a quote: its status, the place where one is certain, and why in plain words."""

    status: AnchorStatus
    span: Span | None
    detail: str = ""

    @property
    def intact(self) -> bool:
        """Whether the quote still says what it said."""
        return self.status in INTACT


def take_quote(text: str, span: Span, block: Span | None = None) -> Quote:
    """The quote that stands at a span, with its context inside the block (inside the text where none is given)."""
    low, high = (block.start, block.end) if block else (0, len(text))
    before = text[max(low, span.start - CONTEXT) : span.start]
    after = text[span.end : max(span.end, min(high, span.end + CONTEXT))]
    return Quote(span.of(text), span.start, before, after)
