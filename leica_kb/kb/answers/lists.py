"""What listing commands answer: claims, sources, entities, findings, proofs, the report; with their machine forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leica_kb.kb.answers.names import Names, Source
from leica_kb.model import Claim, Finding, Problem, Verification
from leica_kb.model.finding import ANCHOR_STATUSES
from leica_kb.query import EntityRow

if TYPE_CHECKING:
    from leica_kb.checks import Verdict


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Claims in the order asked."""

    claims: tuple[Claim, ...]
    names: Names

    def to_json(self) -> list[dict[str, Any]]:
        """The claims in the interchange format."""
        return [claim.to_json() for claim in self.claims]


@dataclass(frozen=True, slots=True)
class SourceList:
    """The articles of a base."""

    sources: tuple[Source, ...]
    names: Names

    def to_json(self) -> list[dict[str, Any]]:
        """The sources as ``sources --json`` prints them."""
        return [source.to_json() for source in self.sources]


@dataclass(frozen=True, slots=True)
class EntityList:
    """What the claims speak of."""

    entities: tuple[EntityRow, ...]

    def to_json(self) -> list[dict[str, Any]]:
        """The entities as ``entities --json`` prints them."""
        return [entity_to_json(row) for row in self.entities]


def entity_to_json(row: EntityRow) -> dict[str, Any]:
    """An entity as plain mappings and lists."""
    return {
        "id": row.id,
        "name": row.name,
        "type": row.type,
        "aliases": list(row.aliases),
        "within": list(row.within),
        "maker": row.maker,
        "claims": row.claims,
    }


@dataclass(frozen=True, slots=True)
class FindingList:
    """Findings with the claims on their sides."""

    findings: tuple[Finding, ...]
    claims: Mapping[str, Claim]
    names: Names
    notes: int = 0
    """Notes that are not shown."""
    decided: int = 0
    """Findings that people have ruled on, not shown."""

    def to_json(self) -> list[dict[str, Any]]:
        """The findings as ``contradictions --json`` prints them."""
        return [finding.to_json() for finding in self.findings]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two claims are or are not set against each other."""

    left: Claim
    right: Claim
    verdict: Verdict
    names: Names

    def to_json(self) -> dict[str, Any]:
        """The reason as ``contradictions --why --json`` prints it."""
        return {"left": self.left.id, "right": self.right.id, **self.verdict.to_json()}


@dataclass(frozen=True, slots=True)
class Proof:
    """One claim's verification and where a person finds it."""

    claim: Claim
    verification: Verification
    path: str
    """The file of claims, relative to the root."""
    line: int | None
    fixed: bool = False
    """Its place was written anew."""

    @property
    def intact(self) -> bool:
        """Whether the quote still says what it said."""
        return self.verification.status in {"exact", "moved", "normalised"}

    def to_json(self) -> dict[str, Any]:
        """The proof as ``verify --json`` prints it."""
        return {**self.verification.to_json(), "path": self.path, "line": self.line, "fixed": self.fixed}


@dataclass(frozen=True, slots=True)
class ProofList:
    """What became of the quotes of a base."""

    proofs: tuple[Proof, ...]
    names: Names
    problems: tuple[Problem, ...] = ()
    """What is wrong in the files of the base: claims that could not be read were not proved."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many claims have each status, in the order of statuses, those with none left out."""
        found = [proof.verification.status for proof in self.proofs]
        return {status: found.count(status) for status in ANCHOR_STATUSES if status in found}

    @property
    def broken(self) -> tuple[Proof, ...]:
        """Those whose words have changed, stand twice or are gone."""
        return tuple(proof for proof in self.proofs if not proof.intact)

    def to_json(self) -> list[dict[str, Any]]:
        """The proofs as ``verify --json`` prints them."""
        return [proof.to_json() for proof in self.proofs]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole base at a glance."""

    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    findings: FindingList
    verification: ProofList
    problems: tuple[Problem, ...]
    names: Names

    def to_json(self) -> dict[str, Any]:
        """The report as ``report --json`` prints it."""
        return {
            "sources": [source.to_json() for source in self.sources],
            "claims": [claim.to_json() for claim in self.claims],
            "findings": self.findings.to_json(),
            "verification": self.verification.to_json(),
            "problems": [problem.to_json() for problem in self.problems],
        }
