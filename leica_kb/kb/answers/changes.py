"""What ``diff`` answers: how the claims, findings and articles of a base differ between two of its states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from leica_kb.kb.answers.names import Names
from leica_kb.model import Claim, Finding

ArticleChange = Literal["new", "gone", "changed"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field's old and new value, as JSON has them; None where it was, or is, not there."""

    field: str
    old: Any
    new: Any

    def to_json(self) -> dict[str, Any]:
        """The change as ``diff --json`` prints it."""
        return {"field": self.field, "old": self.old, "new": self.new}


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim, how it differs, and why it came or went."""

    claim: Claim
    """As it is now; as it was, where it is gone."""
    before: Claim | None = None
    changes: tuple[FieldChange, ...] = ()
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        """The change as ``diff --json`` prints it."""
        changes = [change.to_json() for change in self.changes]
        return {"claim": self.claim.to_json(), "changes": changes, "why": self.why}


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding, and what became of it."""

    finding: Finding
    why: str = ""

    def to_json(self) -> dict[str, Any]:
        """The change as ``diff --json`` prints it."""
        return {"finding": self.finding.to_json(), "why": self.why}


@dataclass(frozen=True, slots=True)
class SourceChange:
    """An article that came, went or changed."""

    source: str
    what: ArticleChange
    changes: tuple[FieldChange, ...] = ()
    """Of what its sidecar tells; a changed text is ``text`` with both digests."""

    def to_json(self) -> dict[str, Any]:
        """The change as ``diff --json`` prints it."""
        return {"source": self.source, "what": self.what, "changes": [change.to_json() for change in self.changes]}


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs between two states of a base; claims by source and place, findings loudest first."""

    old: str
    new: str
    came: tuple[ClaimChange, ...]
    withdrawn: tuple[ClaimChange, ...]
    reworded: tuple[ClaimChange, ...]
    reviewed: tuple[ClaimChange, ...]
    disputed: tuple[FindingChange, ...]
    settled: tuple[FindingChange, ...]
    sources: tuple[SourceChange, ...]
    shifted: int
    """Claims that say the same, and differ only in place, context, cues or origin."""
    names: Names
    unread: tuple[str, ...] = ()
    """What could not be read in either state."""

    def to_json(self) -> dict[str, Any]:
        """The difference as ``diff --json`` prints it."""
        return {
            "old": self.old,
            "new": self.new,
            "claims": {
                "new": [change.to_json() for change in self.came],
                "withdrawn": [change.to_json() for change in self.withdrawn],
                "reworded": [change.to_json() for change in self.reworded],
                "reviewed": [change.to_json() for change in self.reviewed],
                "shifted": self.shifted,
            },
            "findings": {
                "disputed": [change.to_json() for change in self.disputed],
                "settled": [change.to_json() for change in self.settled],
            },
            "sources": [change.to_json() for change in self.sources],
        }
