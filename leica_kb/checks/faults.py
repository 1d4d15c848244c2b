"""What lint finds wrong in a base as a whole: the one table of its codes (KB4xx), and faults as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from leica_kb.model import Claim, Document, Identity, Vocabulary
from leica_kb.store import ClaimFile, claims_path

CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "KB401": "unknown-predicate",  # no pack of the base has it
        "KB402": "unknown-qualifier",  # neither the predicate nor the packs have it, or not this value
        "KB403": "misspelt-entity",  # nobody declares it, and something declared looks like it
        "KB404": "undeclared-entity",  # a person wrote it and nobody declares it
        "KB405": "wrong-type",  # the predicate takes no such subject or object
        "KB406": "invalid-date",  # no EDTF date that is read here
        "KB407": "claim-repeated",  # the same is claimed twice in the same words
        "KB408": "article-missing",  # claims of an article that is not in seeds/
        "KB409": "quote-moved",  # the words stand elsewhere than the claim says
        "KB410": "retells-unknown",  # an article repeats something that nobody declares
        "KB411": "decision-orphaned",  # a ruling on a claim that is gone
        "KB412": "old-text-unused",  # an old text that no claims speak of
        "KB413": "alias-shared",  # one name for two things of one type
        "KB414": "not-canonical",  # not in canonical form
        "KB415": "claim-incomplete",  # a hand-written claim without its place
    }
)
NOTES: Final = frozenset(("KB404", "KB409", "KB412", "KB414", "KB415"))
"""Codes of what is worth knowing and no fault: ``check`` does not fail on them."""

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, in which file; in a claim or under which keys."""

    code: str
    message: str
    path: Path
    claim: str = ""
    keys: Keys = ()
    """Keys from the claim, or from the file where no claim is named."""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class LintContext:
    """What lint looks at."""

    files: Mapping[str, ClaimFile]
    documents: Mapping[str, Document]
    vocabulary: Vocabulary
    value_types: tuple[str, ...] = ()
    qualifiers: frozenset[str] = frozenset()
    """Those that the packs allow for every predicate."""
    decisions: Mapping[tuple[str, str, str], tuple[Path, int]] = field(default_factory=dict)
    """Where the ruling on each kind and pair of claims stands."""
    old_texts: tuple[str, ...] = ()
    """Digests of the texts that are kept."""
    identity: Identity = field(default_factory=Identity)
    """Which entities people ruled to be one."""
    known: frozenset[str] = field(default_factory=frozenset)
    """Ids of all claims, those of unreadable entries included."""

    def claims(self) -> list[tuple[ClaimFile, Claim]]:
        """Every claim that nobody rejected, drafts included, with its file."""
        return [
            (file, claim)
            for _, file in sorted(self.files.items())
            for claim in (*file.claims, *(draft.claim for draft in file.drafts))
            if claim.review.state != "rejected"
        ]


def path_of(file: ClaimFile) -> Path:
    """Where the file lies, relative to the root."""
    return file.path or claims_path(file.source)
