"""Everything that a base holds on disk, loaded once: articles, packs, stored claims, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from leica_kb.corpus import LEFT_OUT, Limits, load_documents
from leica_kb.model import Claim, Document, Problem, Span
from leica_kb.packs import Pack, load_packs
from leica_kb.store import ClaimFile, Decision, load_base, load_claims, load_decisions

ENTITIES: Final = Path("claims") / "entities.yaml"
DEFAULT_PACKS: Final = ("companies",)
"""What a folder of articles without ``claims/kb.yaml`` is read with."""


@dataclass(frozen=True)
class World:
    """A base as its files are now."""

    root: Path
    pack: Pack
    documents: Mapping[str, Document]
    files: Mapping[str, ClaimFile]
    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every stored claim, rejected ones included, by source and place."""
        return tuple(claim for name in sorted(self.files) for claim in self.files[name].claims)

    @property
    def outdated(self) -> tuple[str, ...]:
        """Ids of the articles that have changed, or come, since their claims were made."""
        return tuple(name for name, document in self.documents.items() if self._sha256_of(name) != document.sha256)

    def _sha256_of(self, name: str) -> str | None:
        return self.files[name].text_sha256 if name in self.files else None


INCOMPLETE: Final = frozenset({*LEFT_OUT, "KB103", "KB104"})
"""Codes of problems that kept a whole file out."""


def is_incomplete(problems: Iterable[Problem]) -> bool:
    """Whether a run with these problems left a file out."""
    return any(problem.code in INCOMPLETE for problem in problems)


def load_world(root: Path, limits: Limits) -> World:
    """Read the whole base; what cannot be read is a problem and never stops the rest."""
    documents, in_documents = load_documents(root, limits=limits)
    pack, in_packs = load_pack(root)
    files, in_claims = load_claims(root)
    decisions, in_decisions = load_decisions(root)
    return World(
        root=root,
        pack=pack,
        documents={document.id: document for document in documents},
        files={file.source: file for file in files},
        decisions=decisions,
        problems=sort_problems((*in_documents, *in_packs, *in_claims, *in_decisions)),
    )


def load_pack(root: Path) -> tuple[Pack, tuple[Problem, ...]]:
    """The packs that a base is read with, and its own entities on top."""
    pack, problems = load_packs(load_base(root).packs or DEFAULT_PACKS, root / ENTITIES)
    return pack, tuple(_inside(root, found) for found in problems)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, line and code, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.path.as_posix(), p.line or 0, p.code, p.message)))


def _inside(root: Path, found: Problem) -> Problem:
    """The problem with its path relative to the base where it lies inside."""
    if not found.path.is_relative_to(root):
        return found
    return Problem(found.code, found.kind, found.message, found.path.relative_to(root), found.line)


def block_at(document: Document, span: Span) -> Span:
    """The block in which a range begins, or the whole text where it begins in none."""
    holding = (block.span for block in document.blocks if block.start <= span.start < block.end)
    return next(holding, Span(0, len(document.text)))
