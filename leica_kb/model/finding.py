"""What the machine has to say about the data: findings between claims, verifications of quotes, problems in files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, get_args

from leica_kb.model.span import Span

Severity = Literal["contradiction", "tension", "note"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
AnchorStatus = Literal["exact", "moved", "normalised", "changed", "ambiguous", "missing"]
ANCHOR_STATUSES: Final[tuple[AnchorStatus, ...]] = get_args(AnchorStatus)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the data, with a stable code that people filter on and the place to mend it."""

    code: str
    kind: str
    message: str
    path: Path
    line: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The problem as the mapping that ``check --json`` prints."""
        return {
            "code": self.code,
            "kind": self.kind,
            "message": self.message,
            "path": self.path.as_posix(),
            "line": self.line,
        }

    def __str__(self) -> str:
        place = f"{self.path.as_posix()}:{self.line}" if self.line is not None else self.path.as_posix()
        return f"{place}: {self.code} {self.kind}: {self.message}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of one claim's quote in the text as it is now."""

    claim: str
    status: AnchorStatus
    start: int | None
    end: int | None
    detail: str = ""

    def to_json(self) -> dict[str, Any]:
        """The verification as the mapping that ``verify --json`` prints."""
        return {
            "claim": self.claim,
            "status": self.status,
            "start": self.start,
            "end": self.end,
            "detail": self.detail,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement: claims on either side, the rule that proves it and what would settle it."""

    id: str
    kind: str
    severity: Severity
    left: tuple[str, ...]
    right: tuple[str, ...]
    rule: str
    explanation: str
    decision: str | None = None
    settles: str = ""
    """What would settle it: a date, a model name, a better source."""
    facts: tuple[str, ...] = ()
    """Every pack fact that the finding rests on."""
    reasons: tuple[str, ...] = ()
    """Why a clash is only a tension or a note: the gates it met."""
    reopened: tuple[str, ...] = ()
    """Why it is open although people ruled on it, or on part of it, before."""
    slot: Mapping[str, str] = field(default_factory=dict)
    """Subject and predicate that both sides speak of."""
    clash: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Per claim id the words that clash, as ranges of its source's text."""

    def to_json(self) -> dict[str, Any]:
        """The finding as the mapping that ``contradictions --json`` prints."""
        return {
            "id": self.id,
            "kind": self.kind,
            "severity": self.severity,
            "left": list(self.left),
            "right": list(self.right),
            "rule": self.rule,
            "explanation": self.explanation,
            "decision": self.decision,
            "settles": self.settles,
            "facts": list(self.facts),
            "reasons": list(self.reasons),
            "reopened": list(self.reopened),
            "slot": dict(self.slot),
            "clash": {claim: [[s.start, s.end] for s in spans] for claim, spans in self.clash.items()},
        }
