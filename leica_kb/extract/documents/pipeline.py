"""Document → claims and refusals: a pure function of one document and a pack."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from leica_kb.extract.candidates.drafting import Draft
from leica_kb.extract.candidates.keyed import find_keyed
from leica_kb.extract.candidates.models import with_short_names
from leica_kb.extract.candidates.search import CandidateSearch
from leica_kb.extract.candidates.topics import Topics
from leica_kb.extract.claims.claiming import RULES_VERSION
from leica_kb.extract.claims.reading import DocumentReader, Extraction
from leica_kb.extract.names.mentions import MentionFinder
from leica_kb.extract.parsing.parser import MODEL, MODEL_SHA256, MODEL_VERSION, Tree, parse, recognise
from leica_kb.extract.repairs.repair import repair
from leica_kb.extract.statements.mapping import Mapper
from leica_kb.model import Document
from leica_kb.packs import Pack


@dataclass(frozen=True)
class Extractor:
    """A pack compiled for reading."""

    pack: Pack
    finder: MentionFinder
    mapper: Mapper
    search: CandidateSearch

    @classmethod
    def of(cls, pack: Pack) -> Extractor:
        """Compile a pack."""
        mapper = Mapper.of(pack)
        return cls(pack, MentionFinder.of(pack), mapper, CandidateSearch.of(pack, mapper.triggers))

    def read(self, document: Document) -> Extraction:
        """Every claim that the rules read in the document, and why other sentences gave none."""
        return self.read_together([document])[0]

    def read_together(self, documents: Sequence[Document]) -> list[Extraction]:
        """What ``read`` says of each, the parser being asked once for all: it works best on many sentences."""
        drafts = [self._drafted(document) for document in documents]
        _read_names(drafts)
        for draft in drafts:
            draft.choose(self.search)
        _read_names(drafts)
        for draft in drafts:
            draft.cut()
        parsed = [u for d in drafts for u in d.utterances]
        mended = iter([repair(tree, open_names=self.pack.open_names) for tree in (parse(parsed) if parsed else ())])
        return [self._finished(draft, list(islice(mended, len(draft.utterances)))) for draft in drafts]

    def _drafted(self, document: Document) -> Draft:
        named = [self.finder.declared(document.text, s.span) for s in document.sentences]
        spans = [s.span for s in document.sentences]
        declared = with_short_names(document.text, spans, named)
        topics = Topics.find(document, declared, self.pack)
        declared = topics.named(document.text, spans, declared)
        draft = Draft(document, topics, declared, declared, find_keyed(document))
        draft.choose(self.search)
        return draft

    def _finished(self, draft: Draft, trees: Sequence[Tree]) -> Extraction:
        if not draft.chosen and not draft.keyed:
            return Extraction((), ())
        reader = DocumentReader(self.pack, self.finder, self.mapper, draft)
        return reader.read(draft.owners, trees, [u.mentions for u in draft.utterances], draft.keyed)


def _read_names(drafts: Sequence[Draft]) -> None:
    """Find all names of the chosen sentences, asking the recogniser once for all where the declared ones leave any."""
    unread = [(draft, i) for draft in drafts for i in draft.unread()]
    asked = [(d, i) for d, i in unread if not d.is_explained(i)]
    told = recognise([d.document.sentences[i].span.of(d.document.text) for d, i in asked])
    seen = {(id(d), i): names for (d, i), names in zip(asked, told, strict=True)}
    for draft, i in unread:
        draft.read(i, seen.get((id(draft), i), ()))
    for draft in {id(d): d for d, _ in unread}.values():
        draft.meet()


def extraction_key(document: Document, pack: Pack) -> str:
    """What the proposals depend on: text, metadata, rules, parser model and pack."""
    parts = [document.sha256, repr(document.metadata), RULES_VERSION, MODEL, MODEL_VERSION, MODEL_SHA256, pack.digest]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
