"""How far the words around a place agree with the words that once stood around a quote."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from leica_kb.model import Span
from leica_kb.model.claim import CONTEXT

_SLACK: Final = 3
"""How many times the context's length is read, since white space and marks do not count."""
CHANCE: Final = 4
"""Letters of agreement that are chance."""
EDGE_BONUS: Final = 2
"""What it is worth that a short context still ends at a line's end."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Letters and digits that agree left and right of a place, and whether each side agrees to its end."""

    before: int
    after: int
    before_full: bool
    after_full: bool
    bonus: int = 0

    @property
    def score(self) -> int:
        """One number to rank places by."""
        return self.before + self.after + self.bonus

    @property
    def full(self) -> bool:
        """Whether both sides agree to their ends."""
        return self.before_full and self.after_full

    @property
    def strong(self) -> bool:
        """Whether the surroundings alone make the place credible: one side to its end, or a dozen letters of one."""
        if self.before_full or self.after_full:
            return self.before + self.after >= 12 or (self.full and self.before + self.after > 0)
        return max(self.before, self.after) >= 12

    @property
    def whole_side(self) -> int:
        """Letters of the longer side among those that agree to their ends."""
        return max(self.before if self.before_full else 0, self.after if self.after_full else 0)

    def beats_on_a_side(self, other: Agreement) -> bool:
        """Whether one side agrees to its end where the other place's does not: its own may be the quote's place."""
        before = self.before_full and not other.before_full and self.before > other.before + CHANCE
        after = self.after_full and not other.after_full and self.after > other.after + CHANCE
        return before or after


def skeleton(text: str) -> str:
    """Letters and digits only, in one Unicode form: what re-wrapping and typography leave alone."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return "".join(filter(str.isalnum, text))


def agreement(before: str, after: str, text: str, span: Span) -> Agreement:
    """How far the stored context of a quote agrees with what stands around the span."""
    old_left, old_right = skeleton(before), skeleton(after)
    left = skeleton(text[max(0, span.start - _SLACK * CONTEXT) : span.start])
    right = skeleton(text[span.end : span.end + _SLACK * CONTEXT])
    same_left, same_right = common_suffix(old_left, left), common_prefix(old_right, right)
    return Agreement(
        same_left,
        same_right,
        same_left == len(old_left),
        same_right == len(old_right),
        _edge_bonus(before, after, text, span),
    )


def common_prefix(left: str, right: str) -> int:
    """How many characters two strings share from their beginnings."""
    if left.startswith(right) or right.startswith(left):
        return min(len(left), len(right))
    return next(i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b)


def common_suffix(left: str, right: str) -> int:
    """How many characters two strings share up to their ends."""
    return common_prefix(left[::-1], right[::-1])


def _edge_bonus(before: str, after: str, text: str, span: Span) -> int:
    start, end = span.start - len(before), span.end + len(after)
    bonus = 0
    if len(before) < CONTEXT and _ends_line(text[max(0, start - 4) : max(0, start)]):
        bonus += EDGE_BONUS
    if len(after) < CONTEXT and _ends_line(text[end : end + 4][::-1]):
        bonus += EDGE_BONUS
    return bonus


def _ends_line(text: str) -> bool:
    blank = text[len(text.rstrip()) :]
    return not text or "\n" in blank or "\r" in blank
