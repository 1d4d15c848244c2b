"""What a question is answered with; kept apart so that a look-up imports nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leica_kb.kb.answers.names import Names
    from leica_kb.model import Finding
    from leica_kb.query import Answer


@dataclass(frozen=True, slots=True)
class Told:
    """A question's answer, and the findings that it names."""

    answer: Answer
    findings: tuple[Finding, ...]
    names: Names

    def to_json(self) -> dict[str, Any]:
        """The answer as ``ask --json`` prints it."""
        return self.answer.to_json()
