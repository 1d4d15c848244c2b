"""What changes a base, or might: the outcome of a build, of an extraction and of forgetting a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from leica_kb.kb.answers.names import Names
from leica_kb.model import Claim, Problem, Span

if TYPE_CHECKING:
    from leica_kb.extract import Explained


@dataclass(frozen=True, slots=True)
class Refused:
    """A sentence that names something and yet gave no claim."""

    source: str
    span: Span
    text: str
    reason: str

    def to_json(self) -> dict[str, Any]:
        """The refusal as ``extract --explain --json`` prints it."""
        place = {"source": self.source, "start": self.span.start, "end": self.span.end}
        return {**place, "refused": self.reason, "text": self.text}


@dataclass(frozen=True, slots=True)
class Candidates:
    """What the rules read in texts, without writing anything."""

    claims: tuple[Claim, ...]
    refused: tuple[Refused, ...]
    names: Names
    problems: tuple[Problem, ...] = ()
    explained: tuple[Explained, ...] = ()
    """How each sentence of a text given by hand was read: mentions, frames, the rule or the refusal."""

    def to_rows(self, *, explain: bool) -> list[dict[str, Any]]:
        """The claims in the interchange format; with ``explain`` then the refusals."""
        refused = [row.to_json() for row in self.refused] if explain else []
        return [*(claim.to_json() for claim in self.claims), *refused]


@dataclass(frozen=True, slots=True)
class SourceBuild:
    """What one build made of one article."""

    source: str
    read: bool
    """Whether the article was parsed, or its last proposals still held."""
    proposed: int = 0
    refused: Mapping[str, int] = field(default_factory=dict)
    """Sentences that gave no claim, by reason; only where the article was parsed."""
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kept: int = 0
    completed: tuple[str, ...] = ()
    """Claims that a person wrote and the build filled in."""
    corrected: tuple[str, ...] = ()
    """Claims of the rules that a person has changed since, and that are marked so now."""
    orphaned: tuple[str, ...] = ()
    """Claims whose words the article no longer holds."""
    unproposed: tuple[str, ...] = ()
    """Claims that the rules once proposed and no longer find."""
    wrote: bool = False

    @property
    def became(self) -> dict[str, str]:
        """What became of each claim that is not merely kept, for the log; the gravest word where two hold."""
        marked = {"changed": self.changed, "corrected": self.corrected, "orphaned": self.orphaned}
        words = {"new": self.new, "completed": self.completed, **marked}
        return {name: word for word, names in words.items() for name in names}

    def to_json(self) -> dict[str, Any]:
        """The source's build as ``build --json`` prints it."""
        return {
            "source": self.source,
            "read": self.read,
            "proposed": self.proposed,
            "refused": dict(self.refused),
            "new": list(self.new),
            "changed": list(self.changed),
            "kept": self.kept,
            "completed": list(self.completed),
            "orphaned": list(self.orphaned),
            "unproposed": list(self.unproposed),
            "wrote": self.wrote,
        }


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did to the base."""

    sources: tuple[SourceBuild, ...]
    findings: int
    problems: tuple[Problem, ...]

    def to_json(self) -> list[dict[str, Any]]:
        """Per source what ``build --json`` prints."""
        return [source.to_json() for source in self.sources]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting a source took away."""

    source: str
    claims: tuple[str, ...]
    findings: tuple[str, ...]
    """Findings that rested on a claim of the source."""
    files: tuple[str, ...]
    """Files that were removed, relative to the root."""

    def to_json(self) -> dict[str, Any]:
        """What ``forget --json`` prints."""
        return {
            "source": self.source,
            "claims": list(self.claims),
            "findings": list(self.findings),
            "files": list(self.files),
        }
