"""What ruling commands answer: what was ruled, the log, and how often each kind of finding proved right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from leica_kb.model import Problem
from leica_kb.store import LogEntry

CLOSING: Final = ("real", "not-a-contradiction", "explained")
VERDICTS: Final = (*CLOSING, "undecided")


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a ruling, or taking one back, wrote."""

    finding: str
    verdict: str | None
    """None where a ruling was taken back."""
    pairs: int
    """Pairs of claims whose ruling was written."""
    kept: int
    """Pairs left as they are: ruled on before, or (taking back) changed since."""

    def to_json(self) -> dict[str, Any]:
        """The ruling as ``decide --json`` and ``undo --json`` print it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class History:
    """Lines of the log, oldest first, and what is wrong with it."""

    entries: tuple[LogEntry, ...]
    problems: tuple[Problem, ...]

    def to_json(self) -> list[dict[str, Any]]:
        """The lines as ``log --json`` prints them."""
        return [asdict(entry) for entry in self.entries]


@dataclass(frozen=True, slots=True)
class KindPrecision:
    """How often people agreed that one kind of finding is a disagreement."""

    kind: str
    open: int
    """Findings that wait for a ruling."""
    verdicts: Mapping[str, int]
    """Disagreements by verdict; pairs that share a claim and a verdict are one disagreement."""

    @property
    def decided(self) -> int:
        """Disagreements with a closing verdict."""
        return sum(self.verdicts.get(verdict, 0) for verdict in CLOSING)

    @property
    def precision(self) -> float | None:
        """The share of real ones among those decided; None where nobody has decided any."""
        return self.verdicts.get("real", 0) / self.decided if self.decided else None

    def to_json(self) -> dict[str, Any]:
        """The figures as ``contradictions --stats --json`` prints them."""
        return {
            "kind": self.kind,
            "open": self.open,
            **{verdict: self.verdicts.get(verdict, 0) for verdict in VERDICTS},
            "decided": self.decided,
            "precision": self.precision,
        }


@dataclass(frozen=True, slots=True)
class Precision:
    """The measured precision of every kind that was found or ruled on."""

    kinds: tuple[KindPrecision, ...]

    def to_json(self) -> list[dict[str, Any]]:
        """One row a kind."""
        return [row.to_json() for row in self.kinds]
