"""What reviewing answers: the claims that wait, what verdicts wrote, and what was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from leica_kb.kb.answers.names import Names
from leica_kb.review import Waiting


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """The claims that wait for a verdict, in the order of the walk."""

    waiting: tuple[Waiting, ...]
    names: Names

    def to_json(self) -> list[dict[str, Any]]:
        """The rows as ``review --list --json`` prints them."""
        return [row.to_json() for row in self.waiting]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What verdicts wrote."""

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    """Claims that say already what the verdict says."""
    kept: tuple[str, ...] = ()
    """Claims of a filter or rule that somebody had reviewed before, left as they are."""

    @property
    def written(self) -> tuple[str, ...]:
        """Every claim whose review was written."""
        return (*self.accepted, *self.rejected, *self.corrected)

    def to_json(self) -> dict[str, Any]:
        """The outcome as ``review --json`` prints it."""
        return {
            "accepted": list(self.accepted),
            "rejected": list(self.rejected),
            "corrected": list(self.corrected),
            "unchanged": list(self.unchanged),
            "kept": list(self.kept),
        }


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking back a review wrote."""

    act: str
    """What the log calls it: ``accept c-0123456789ab``."""
    claims: tuple[str, ...]
    """Claims that are again as they were before."""
    kept: tuple[str, ...]
    """Claims that have been changed since, left as they are."""

    def to_json(self) -> dict[str, Any]:
        """The outcome as ``undo --json`` prints it."""
        return {"undone": self.act, "claims": list(self.claims), "kept": list(self.kept)}
