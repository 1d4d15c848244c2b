"""Texts → candidate claims by the rules, with their context; the only module here that wakes the parser."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from leica_kb.anchor import take_quote
from leica_kb.corpus import Limits, find_authorship, load_document, load_documents, parse_document
from leica_kb.extract import Extraction, Extractor, explain, extract_documents
from leica_kb.kb.answers.builds import Candidates, Refused
from leica_kb.kb.answers.names import Names, names_in, spelt
from leica_kb.kb.world.loading import block_at, load_pack, sort_problems
from leica_kb.model import Claim, Document, Problem, Span
from leica_kb.packs import load_packs

if TYPE_CHECKING:
    from leica_kb.kb.answers.progress import Progress
    from leica_kb.packs import Pack

SHIPPED: Final = ("leica",)
"""The packs that come with the program: the one that extends the others."""


def extract_all(
    documents: Sequence[Document], pack: Pack, progress: Progress | None = None, *, jobs: int = 1
) -> Mapping[str, Extraction]:
    """What the rules read in each document, by id."""
    with extract_each(documents, pack, progress, jobs=jobs) as found:
        return {document.id: extraction for document, extraction in zip(documents, found, strict=True)}


@contextmanager
def extract_each(
    documents: Sequence[Document], pack: Pack, progress: Progress | None = None, *, jobs: int = 1
) -> Iterator[Iterator[Extraction]]:
    """What the rules read in each document, in order, as it is read; whoever leaves early ends the reading."""
    tell = None if progress is None else partial(progress, "reading articles")
    found = extract_documents(documents, pack, jobs=jobs, progress=tell) if documents else iter(())
    try:
        yield found
    finally:
        if isinstance(found, Generator):
            found.close()


def in_context(claims: Sequence[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims with the words on either side of their quotes."""
    return tuple(_in_context(claim, document) for claim in claims)


def _in_context(claim: Claim, document: Document) -> Claim:
    quote = take_quote(document.text, claim.span, block_at(document, claim.span))
    return replace(claim, before=quote.before, after=quote.after)


def read_texts(
    root: Path | None,
    limits: Limits,
    texts: tuple[Sequence[Path], str | None],
    progress: Progress | None = None,
    *,
    jobs: int = 1,
) -> Candidates:
    """What the rules read in a text, in files from anywhere, or else in the base's own articles; nothing is written.

    Without a root they read with the vocabulary of the packs that come with the program.
    """
    files, text = texts
    pack, problems = load_packs(SHIPPED) if root is None else load_pack(root)
    documents = [] if text is None else [parse_document(text, metadata=find_authorship(text))]
    if root is not None and not files and text is None:
        loaded, found = load_documents(root, limits=limits)
        documents, problems = list(loaded), (*problems, *found)
    for path in files:
        document, found = load_document(None, path, limits=limits)
        documents.append(document)
        problems += tuple(problem for problem in found if problem.kind != "missing-sidecar")
    candidates = _candidates(documents, pack, extract_all(documents, pack, progress, jobs=jobs), problems)
    if text is None:
        return candidates
    return replace(candidates, explained=explain(Extractor.of(pack).read(documents[0]), documents[0]))


def _candidates(
    documents: Sequence[Document], pack: Pack, read: Mapping[str, Extraction], problems: Sequence[Problem]
) -> Candidates:
    by_id = {document.id: document for document in documents}
    refused = (
        Refused(name, Span(r.start, r.end), by_id[name].text[r.start : r.end], r.reason)
        for name, extraction in read.items()
        for r in extraction.refusals
    )
    return Candidates(
        claims=tuple(claim for name in read for claim in in_context(read[name].claims, by_id[name])),
        refused=tuple(refused),
        names=_names(documents, pack, read),
        problems=sort_problems(problems),
    )


def _names(documents: Sequence[Document], pack: Pack, read: Mapping[str, Extraction]) -> Names:
    """As in a base, and what the rules have named themselves."""
    by_id = {document.id: document for document in documents}
    known = names_in(pack.vocabulary, by_id)
    met = {name: shown for extraction in read.values() for name, (shown, _) in extraction.names.items()}
    told = {**met, **known.entities}
    claims = [claim for extraction in read.values() for claim in extraction.claims]
    return known._replace(entities={**spelt(told, claims, by_id), **told})
