"""A document on its way to the parser: which sentences are parsed, with which names, and asides apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from leica_kb.extract.candidates.cast import Cast
from leica_kb.extract.candidates.datelines import dateline_of
from leica_kb.extract.candidates.inserts import find_inserts
from leica_kb.extract.candidates.keyed import Keyed, is_keyed
from leica_kb.extract.candidates.lead_ins import list_tail
from leica_kb.extract.candidates.quoting import label_of
from leica_kb.extract.candidates.search import CandidateSearch
from leica_kb.extract.candidates.topics import Topics
from leica_kb.extract.names.mentions import assembled, has_other_name
from leica_kb.extract.names.runs import parted
from leica_kb.extract.names.unlisted import is_where, unknown
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Recognised, Utterance
from leica_kb.model import Document, Span


@dataclass
class Draft:
    """A document on its way to the parser: the sentences worth parsing, then the names in them."""

    document: Document
    topics: Topics
    declared: Sequence[tuple[Mention, ...]]
    named: Sequence[tuple[Mention, ...]]
    """Per sentence its declared names, and those that the document's other sentences have told."""
    keyed: Sequence[Keyed]
    chosen: Sequence[int] = ()
    mentions: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    """Per chosen sentence every name and value in it."""
    cast: Cast = field(default_factory=Cast)
    utterances: list[Utterance] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    """Per utterance the index of its sentence."""
    _chosen_by: Sequence[tuple[Mention, ...]] | None = None
    """The names by which the sentences were chosen last."""

    def choose(self, search: CandidateSearch) -> None:
        """Find the sentences worth parsing, as far as names are known by now; keyed lines are read without it."""
        if self.named == self._chosen_by:
            return
        self._chosen_by = self.named
        lines = {k.sentence for k in self.keyed if not k.beside and not self._is_named(k)}
        self.chosen = [i for i in search.select(self.document, self.named, self.topics) if i not in lines]

    def _is_named(self, line: Keyed) -> bool:
        """«Nikon: makes cameras in Thailand»: a key that is a name is what the line speaks of."""
        key = Span(line.words.start, line.value.start)
        told = any(m.is_name and key.holds(m.span) for m in self.declared[line.sentence])
        return told or next(self._named_in_front(line.sentence), None) is not None

    def unread(self) -> list[int]:
        """The chosen sentences in which no names have been looked for yet."""
        return [i for i in self.chosen if i not in self.mentions]

    def is_explained(self, i: int) -> bool:
        """Whether declared names explain every capital of a sentence, so that the recogniser need not look."""
        return not has_other_name(self.document.text, self.document.sentences[i].span, self.declared[i])

    def read(self, i: int, seen: Recognised) -> None:
        """Take in the names that the recogniser saw in a sentence."""
        document = self.document
        span, published = document.sentences[i].span, document.metadata.published
        found = assembled(document.text, span, self.declared[i], seen, published)
        found = (*found, *self._named_in_front(i)) if not any(m.span.start < span.start + 3 for m in found) else found
        sent = dateline_of(document.text, span)
        kept = (m for m in found if (m.known or not self._is_label(i)) and not (sent and sent.meets(m.span)))
        self.mentions[i] = tuple(sorted(kept, key=lambda m: m.span))

    def _named_in_front(self, i: int) -> Iterator[Mention]:
        """«Nordal – based in Oslo» in a list: what stands before the dash or colon is a name, and the subject."""
        document, sentence = self.document, self.document.sentences[i]
        front = _FRONT.match(document.text, sentence.start, sentence.end)
        if front and document.blocks[sentence.block].kind == "list_item":
            words = front["name"].split()
            if not any(map(in_dictionary, words)):
                yield unknown(Span(front.start("name"), front.end("name")), document.text, "unknown")

    def _is_label(self, i: int) -> bool:
        """«Software», «Build Quality» above a section: plain words that the recogniser takes for names."""
        sentence = self.document.sentences[i]
        words = sentence.span.of(self.document.text).split()
        return self.document.blocks[sentence.block].kind == "heading" and all(in_dictionary(w) for w in words)

    def meet(self) -> None:
        """Gather the names of the sentences read, and hear them in all others."""
        told = {m.text for found in self.mentions.values() for m in found if m.is_name}
        self.mentions = {i: tuple(parted(self.document.text, found, told)) for i, found in self.mentions.items()}
        self.cast = Cast.of(self.document.text, self.mentions.values(), self.declared)
        pairs = zip(self.document.sentences, self.declared, strict=True)
        self.named = [self.cast.complete(self.document.text, s.span, found) for s, found in pairs]

    def cut(self) -> None:
        """Cut the chosen sentences into what is parsed, with all names in them."""
        text = self.document.text
        for i in self.chosen:
            span = self.document.sentences[i].span
            known = self.cast.complete(text, span, self.mentions[i])
            tail = list_tail(self.document, i, self.declared)
            for n, utterance in enumerate(_utterances(text, span, known)):
                self.utterances.append(replace(utterance, tail=tail) if n == 0 else utterance)
                self.owners.append(i)


_ASIDE: Final = re.compile(r"\s?\(([^()]*)\)")
_FRONT: Final = re.compile(
    r"[*_]{0,3}(?P<name>[A-Z][\w’'-]+(?:\s[A-Z0-9][\w’'-]*){0,3})[*_]{0,3}\s?(?::|\s[–—-])[*_]{0,3}\s+[a-z]"
)


_SIGNS: Final = re.compile(r"(?<=[\s:,;])[a-h1-9]\)(?=\s)")
"""«a) Oita, b) Nagasaki»: signs of a list within a sentence."""
_GLOSS: Final = re.compile(r"(?!(?:it|he|she|they|we|I|see|e\.g\.|i\.e\.|if|but|and|or|not)\b)[a-z]")
"""How an aside begins that says something of the name before it: «Sigma (founded in 1961 by …)»."""


_YEAR: Final = re.compile(r"(?:founded|established|incorporated|formed|est|estd)\.?\s[12]\d{3}", re.IGNORECASE)


def _is_gloss(aside: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """«Calder Optical (Paisley, Scotland)», «Konica (est. 1873)»: where or since when the firm before it is."""
    inner = Span(aside.start(1), aside.end(1))
    firm = any(m.is_name and m.type == "company" and m.span.end == aside.start() for m in mentions)
    place = any(m.type == "place" and m.span == inner for m in mentions)
    listed = aside.string[aside.end() : aside.end() + 1] == ","
    return firm and not listed and (place or _YEAR.fullmatch(aside[1]) is not None)


def _utterances(text: str, span: Span, mentions: Sequence[Mention]) -> Iterator[Utterance]:
    """The sentence without its asides, then each aside of three words or more, with the name that it glosses."""
    asides = [
        Span(m.start(), m.end())
        for m in _ASIDE.finditer(text, span.start, span.end)
        if m.start() > span.start
        and not _is_gloss(m, mentions)
        and not any(n.span.meets(Span(m.start(), m.end())) and n.span.end > m.end() - 1 for n in mentions)
    ]
    outside = tuple(m for m in mentions if not any(a.holds(m.span) for a in asides))
    label, sent = label_of(text, span, mentions), dateline_of(text, span)
    outside = tuple(m for m in outside if not (sent and sent.meets(m.span)))
    signs = [Span(m.start(), m.end()) for m in _SIGNS.finditer(text, span.start, span.end)]
    skips = (*asides, *(cut for cut in (label, sent) if cut), *(signs if len(signs) > 1 else ()))
    inserts = tuple(i for i in find_inserts(text, span, outside) if not any(i.meets(skip) for skip in skips))
    yield Utterance(text, span, outside, skips, inserts=inserts)
    for aside in asides:
        inner = Span(aside.start + text[aside.start : aside.end].index("(") + 1, aside.end - 1)
        if len(inner.of(text).split()) > 2 and not is_keyed(inner.of(text)):
            glossed = next((m for m in outside if m.is_name and m.span.end == aside.start), None)
            placed = glossed is not None and is_where(glossed, text)  # «plants in Suwa (opened in 1962) and Nagano»
            lead = glossed if _GLOSS.match(inner.of(text)) and not placed else None
            yield Utterance(text, inner, tuple(m for m in mentions if aside.holds(m.span)), lead=lead)
