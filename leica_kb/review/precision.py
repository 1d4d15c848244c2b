"""How often each rule proved right, by what people ruled on its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RulePrecision:
    """What people ruled on the claims of one rule."""

    rule: str
    accepted: int = 0
    rejected: int = 0
    corrected: int = 0

    @property
    def reviewed(self) -> int:
        """How many of its claims a person has ruled on: the n of its precision."""
        return self.accepted + self.rejected + self.corrected

    @property
    def precision(self) -> float | None:
        """The share of claims that were right as they were; None where nobody has reviewed any."""
        return self.accepted / self.reviewed if self.reviewed else None

    def to_json(self) -> dict[str, Any]:
        """The figures as ``show --json`` prints them."""
        return {
            "rule": self.rule,
            "accepted": self.accepted,
            "rejected": self.rejected,
            "corrected": self.corrected,
            "reviewed": self.reviewed,
            "precision": self.precision,
        }


def rule_of(origin: str) -> str:
    """The rule of an origin, whatever its version: ``use-for`` of ``rules/1 use-for``; else the whole origin."""
    return origin.partition(" ")[2] or origin


def measure_rules(reviews: Iterable[tuple[str, str, int]]) -> Mapping[str, RulePrecision]:
    """By rule, from rows of rule, state of review and number of claims."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for rule, state, number in reviews:
        counts[rule][state] += number
    return {
        rule: RulePrecision(rule, states["accepted"], states["rejected"], states["corrected"])
        for rule, states in sorted(counts.items())
    }
