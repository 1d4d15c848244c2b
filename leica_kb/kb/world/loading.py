"""Everything that a base holds on disk, loaded once: articles, packs, stored claims, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from leica_kb.corpus import LEFT_OUT, Limits, load_documents
from leica_kb.errors import OutsideRootError
from leica_kb.files import inside
from leica_kb.kb.world.identity import merged_vocabulary, resolve, with_ruled_names
from leica_kb.model import Claim, Document, Identity, Problem, Span, Vocabulary
from leica_kb.packs import Pack, load_packs
from leica_kb.store import (
    CODES,
    ENTITIES,
    ClaimFile,
    Decision,
    NameRuling,
    load_base,
    load_claims,
    load_name_rulings,
    load_ruled,
)

PARSED: Final = Path(".leica_kb") / "parsed"
"""Where it is kept what files of claims were read as; disposable."""
DEFAULT_PACKS: Final = ("leica",)
"""What a folder of articles without ``claims/kb.yaml`` is read with."""


@dataclass(frozen=True)
class World:
    """A base as its files are now."""

    root: Path
    pack: Pack
    documents: Mapping[str, Document]
    files: Mapping[str, ClaimFile]
    decisions: tuple[Decision, ...] = ()
    name_rulings: tuple[NameRuling, ...] = ()
    ruled_at: Mapping[tuple[str, str, str], tuple[Path, int]] = field(default_factory=dict)
    """Where each ruling stands."""
    identity: Identity = field(default_factory=Identity)
    problems: tuple[Problem, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every stored claim, rejected ones included, by source and place."""
        return tuple(claim for name in sorted(self.files) for claim in self.files[name].claims)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary with each thing once, by what people ruled on names."""
        return merged_vocabulary(self.pack.vocabulary, self.identity)

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


def _kept(root: Path) -> Path | None:
    """Where files of claims are kept as they were read; nowhere, where a link leads out of the base."""
    try:
        return inside(root, PARSED)
    except OutsideRootError:
        return None


def load_world(root: Path, limits: Limits) -> World:
    """Read the whole base; what cannot be read is a problem and never stops the rest."""
    documents, in_documents = load_documents(root, limits=limits)
    rulings, places, in_decisions = load_ruled(root)
    names = tuple(ruling for ruling in rulings if isinstance(ruling, NameRuling))
    pack, in_packs = _load_pack(root, names)
    files, in_claims = load_claims(root, kept=_kept(root))
    resolved = resolve(names, pack.vocabulary)
    return World(
        root=root,
        pack=pack,
        documents={document.id: document for document in documents},
        files={file.source: file for file in files},
        decisions=tuple(ruling for ruling in rulings if isinstance(ruling, Decision)),
        name_rulings=names,
        ruled_at=places,
        identity=resolved.identity,
        problems=sort_problems((*in_documents, *in_packs, *in_claims, *in_decisions, *resolved.problems)),
    )


def load_pack(root: Path) -> tuple[Pack, tuple[Problem, ...]]:
    """The packs that a base is read with, its own entities on top, and the names that somebody ruled on."""
    return _load_pack(root, load_name_rulings(root)[0])


def _load_pack(root: Path, rulings: Iterable[NameRuling]) -> tuple[Pack, tuple[Problem, ...]]:
    names = load_base(root).packs or DEFAULT_PACKS
    try:
        inside(root, ENTITIES)
    except OutsideRootError as error:
        pack, problems = load_packs(names, beside=root)
        problems = (*problems, Problem("KB103", CODES["KB103"], str(error), ENTITIES))
    else:
        pack, problems = load_packs(names, root / ENTITIES, beside=root)
    return with_ruled_names(pack, rulings), tuple(_inside(root, found) for found in problems)


def load_vocabulary(root: Path) -> tuple[Vocabulary, Identity]:
    """The vocabulary with each thing once, and which ids it made one."""
    rulings = load_name_rulings(root)[0]
    vocabulary = _load_pack(root, rulings)[0].vocabulary
    identity = resolve(rulings, vocabulary).identity
    return merged_vocabulary(vocabulary, identity), identity


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, line and code, each once; what makes others comes before them."""
    return tuple(
        sorted(set(problems), key=lambda p: (_consequence(p.code), p.path.as_posix(), p.line or 0, p.code, p.message))
    )


def _consequence(code: str) -> int:
    """How far a problem may follow from others: from a file left out, from an entry of a pack left out."""
    return 0 if code in INCOMPLETE or code == "KB301" else 1 if code == "KB302" else 2


def _inside(root: Path, found: Problem) -> Problem:
    """The problem with its path relative to the base where it lies inside."""
    if not found.path.is_relative_to(root):
        return found
    return Problem(found.code, found.kind, found.message, found.path.relative_to(root), found.line)


def block_at(document: Document, span: Span) -> Span:
    """The block in which a range begins, or the whole text where it begins in none."""
    holding = (block.span for block in document.blocks if block.start <= span.start < block.end)
    return next(holding, Span(0, len(document.text)))
