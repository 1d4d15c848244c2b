"""What ``show`` and ``compare`` answer: a claim, an article or an entity with everything that bears on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from leica_kb.kb.answers.lists import entity_to_json
from leica_kb.kb.answers.names import Names, Source
from leica_kb.model import Block, Claim, Finding, MergedName, Verification
from leica_kb.query import EntityRow
from leica_kb.review import RulePrecision

if TYPE_CHECKING:
    from leica_kb.checks import Saying
    from leica_kb.checks.crossref import Agreement
    from leica_kb.store import LogEntry


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim with everything that bears on it."""

    claim: Claim
    sentence: str
    """The block's words around the quote, from the sentence's start to its end."""
    sentence_start: int
    block: str
    """Kind of the block that the quote stands in."""
    verification: Verification | None
    agree: tuple[Claim, ...]
    """Claims of other places that say the same."""
    witnesses: tuple[tuple[str, ...], ...]
    """Ids of this claim and of those that agree, one group an independent witness, this claim's first."""
    findings: tuple[Finding, ...]
    names: Names
    opposed: Mapping[str, Claim] = field(default_factory=dict)
    """Claims on the sides of the findings, by id."""
    commit: str | None = None
    """The git commit that last touched the article, where there is one."""
    precision: RulePrecision | None = None
    """How often the rule that read it was right; None for what a person wrote."""
    history: tuple[LogEntry, ...] = ()
    """What people ruled on it, oldest first."""

    def to_json(self) -> dict[str, Any]:
        """The card as ``show --json`` prints it."""
        return {
            "kind": "claim",
            "claim": self.claim.to_json(),
            "sentence": self.sentence,
            "block": self.block,
            "verification": self.verification.to_json() if self.verification else None,
            "agree": [claim.id for claim in self.agree],
            "witnesses": [list(group) for group in self.witnesses],
            "findings": [finding.to_json() for finding in self.findings],
            "source": self.names.sources[self.claim.source].to_json()
            if self.claim.source in self.names.sources
            else None,
            "commit": self.commit,
            "precision": self.precision.to_json() if self.precision else None,
            "history": [{"who": e.who, "when": e.when, "what": e.what, "why": e.why} for e in self.history],
        }


@dataclass(frozen=True, slots=True)
class SourceCard:
    """An article with the quotes of its claims."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...]
    names: Names

    def to_json(self) -> dict[str, Any]:
        """The source as ``show --json`` prints it."""
        return {"kind": "source", "source": self.source.to_json(), "claims": [claim.to_json() for claim in self.claims]}


@dataclass(frozen=True, slots=True)
class EntityCard:
    """An entity with all that is said of it."""

    entity: EntityRow
    claims: tuple[Claim, ...]
    names: Names
    merged: tuple[MergedName, ...] = ()
    """Other ids that people ruled to mean this entity."""

    def to_json(self) -> dict[str, Any]:
        """The entity as ``show --json`` prints it; ``merged`` only where names were ruled the same."""
        merged = {"merged": [asdict(name) for name in self.merged]} if self.merged else {}
        claims = [claim.to_json() for claim in self.claims]
        return {"kind": "entity", "entity": entity_to_json(self.entity), **merged, "claims": claims}


Card = ClaimCard | SourceCard | EntityCard


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """All that is said of one subject, predicate and component or rank."""

    subject: str
    predicate: str
    detail: str
    agreement: Agreement
    sayings: tuple[Saying, ...]
    """Each value once, the one with most witnesses first."""
    cells: Mapping[str, tuple[Claim, ...]]
    """The claims by source, those that no pack or review keeps out."""

    def to_json(self) -> dict[str, Any]:
        """The row as ``compare --json`` prints it."""
        return {
            "subject": self.subject,
            "predicate": self.predicate,
            "detail": self.detail,
            "agreement": self.agreement,
            "sayings": [asdict(saying) for saying in self.sayings],
            "sources": {name: [claim.to_json() for claim in claims] for name, claims in self.cells.items()},
        }


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """What the sources say of an entity and its parts, one column a source in time order."""

    entity: EntityRow
    sources: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]
    names: Names

    def to_json(self) -> list[dict[str, Any]]:
        """The rows as ``compare --json`` prints them."""
        return [row.to_json() for row in self.rows]
