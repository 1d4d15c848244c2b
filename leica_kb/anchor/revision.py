"""An old text and the new one: what lies before the first edit or after the last one stands where it must."""

from __future__ import annotations

from functools import cached_property

from leica_kb.anchor.quote import Quote
from leica_kb.anchor.target import Target
from leica_kb.model import Span
from leica_kb.model.claim import CONTEXT


class Revision:
    """Two states of one text."""

    def __init__(self, old: Target, new: Target) -> None:
        self.old = old
        self.new = new

    @cached_property
    def prefix(self) -> int:
        """How many code points at the beginning no edit touched."""
        return _count_common(self.old.text, self.new.text, from_end=False)

    @cached_property
    def suffix(self) -> int:
        """How many code points at the end no edit touched."""
        return _count_common(self.old.text, self.new.text, from_end=True)

    def holds(self, quote: Quote) -> bool:
        """Whether the quote really stood in the old text where it says."""
        return quote.start is not None and self.old.text.startswith(quote.exact, quote.start)

    def find_untouched(self, place: Span) -> Span | None:
        """Where an old place stands now, if it lies with its context before the first edit or after the last one."""
        length = len(self.old.text)
        if self.prefix >= min(length, place.end + CONTEXT):
            return place
        shift = len(self.new.text) - length
        if length - self.suffix <= max(0, place.start - CONTEXT):
            return Span(place.start + shift, place.end + shift)
        return None

    def is_untouched_up_to(self, end: int) -> bool:
        """Whether no edit touched anything before an offset."""
        return self.prefix >= end


def _count_common(left: str, right: str, *, from_end: bool) -> int:
    low, high = 0, min(len(left), len(right))
    while low < high:
        half = (low + high + 1) // 2
        part = slice(-half, None) if from_end else slice(half)
        low, high = (half, high) if left[part] == right[part] else (low, half - 1)
    return low
