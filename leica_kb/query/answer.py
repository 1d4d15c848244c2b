"""The reply to a question: the answers with their claims, or an honest no with what lies nearest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from leica_kb.model import Claim

Verdict = Literal["yes", "no", "disputed", "not stated"]
Silence = Literal["unknown-entity", "unknown-attribute", "not-stated", "not-understood"]


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """One value with the claims that give it."""

    value: str
    claims: tuple[Claim, ...]
    findings: tuple[str, ...] = ()
    """Ids of the findings that one of the claims is part of, loud ones first."""
    witnesses: int = 1
    """Independent origins of the story: a blog that retells a podcast is the podcast."""
    when: str | None = None
    """EDTF: when it is last told to hold, given where values follow one another or the present is asked for."""
    superseded: bool = False
    """It held once; a later value, or its own words, tell that it no longer does."""

    def to_json(self) -> dict[str, Any]:
        """The group as ``ask --json`` prints it."""
        claims = [claim.to_json() for claim in self.claims]
        return {
            "value": self.value,
            "claims": claims,
            "findings": list(self.findings),
            "witnesses": self.witnesses,
            **({"when": self.when} if self.when else {}),
            **({"superseded": True} if self.superseded else {}),
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a question."""

    question: str
    understood: Mapping[str, Any]
    answered: bool
    answers: tuple[AnswerGroup, ...] = ()
    nearest: tuple[Claim, ...] = ()
    """Claims near what was asked; never the answer."""
    verdict: Verdict | None = None
    """To a question for yes or no."""
    silence: Silence | None = None
    """Why there is no answer."""
    message: str = ""
    """The reply in one plain sentence."""

    def to_json(self) -> dict[str, Any]:
        """The reply as ``ask --json`` prints it."""
        return {
            "question": self.question,
            "understood": dict(self.understood),
            "answered": self.answered,
            "answers": [group.to_json() for group in self.answers],
            "nearest": [claim.to_json() for claim in self.nearest],
            "verdict": self.verdict,
            "silence": self.silence,
            "message": self.message,
        }
