"""A share that keeps what it was counted from, so that no percentage is shown without its n."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """``part`` of ``whole``; 0 where nothing was counted."""

    part: int
    whole: int

    @classmethod
    def of(cls, outcomes: Iterable[bool]) -> Ratio:
        """The share of true ones."""
        seen = tuple(outcomes)
        return cls(sum(seen), len(seen))

    @property
    def value(self) -> float:
        """Between 0 and 1."""
        return self.part / self.whole if self.whole else 0.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.part + other.part, self.whole + other.whole)

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.part}/{self.whole})" if self.whole else "–"


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall (van Rijsbergen's F with equal weights)."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
