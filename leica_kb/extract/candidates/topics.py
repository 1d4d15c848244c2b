"""What a document and each of its sections are about, told before any sentence is read, and where that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from leica_kb.extract.candidates.titles import Title, TitleReader
from leica_kb.extract.names.unlisted import is_persons
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention, without_overlaps
from leica_kb.lang.tokens import slug
from leica_kb.model import Document, Span
from leica_kb.packs import Pack

_MUCH: Final = 10_000_000
"""Code points to search for names at most, heading by heading: a text with more of them is no article."""
_ALONE: Final = re.compile(
    r"(?:(?:[A-Z][a-z]+\s|[a-z]+\s){0,4}(?:about|on|of)\s)?(?:[Tt]he\s)?(?P<name>.+?)"
    r"(?:\s(?:at a glance|in (?:short|brief|figures|numbers)|today|specs|facts|overview))?"
)
"""A line that is no more than a name: «Facts about the Arvell Sixty», «The Arvell Sixty at a glance»."""
_WORDS: Final = 5
"""Words of a name above a list at most."""
VERSUS: Final = re.compile(r"\b(?i:vs|versus)\b|\b[A-Z0-9][\w.-]*\sagainst\s(?=[\w\s]*[A-Z0-9])")
"""«Vega 3 vs Nova», «Vega 3 against the Nova»: what stands in a title that is about two."""
GOODS: Final = ("camera", "lens", "instrument", "product")
"""The classes of a pack's nouns that mean things made and sold."""


@dataclass(frozen=True, slots=True)
class Topics:
    """What the whole document is about, and those of its sections that have a subject of their own; by type."""

    whole: Mapping[str, Title] = field(default_factory=dict)
    sections: Mapping[int, Mapping[str, Title]] = field(default_factory=dict)
    """Per block below a heading that names something: what that is."""
    lists: Mapping[int, Mapping[str, Title]] = field(default_factory=dict)
    """Per item of a list below a lead-in or upper item that is no more than a name: what that names."""

    compares: bool = False
    """Whether the title sets one thing against another."""

    @classmethod
    def find(cls, document: Document, declared: Sequence[tuple[Mention, ...]], pack: Pack) -> Topics:
        """What the title and the headings name; nothing under a pack that knows no goods."""
        nouns = sorted({n for kind in GOODS for n in pack.nouns.get(kind, ())}, key=lambda n: (-len(n), n))
        lines = {i: b.span.of(document.text) for i, b in enumerate(document.blocks) if b.kind in ("title", "heading")}
        if not pack.categories or not nouns:
            return cls()
        prose = "\n".join(b.span.of(document.text) for i, b in enumerate(document.blocks) if i not in lines)
        names = {m.text: m for found in declared for m in found}
        reader = TitleReader(prose, names, "|".join(map(re.escape, nouns)))
        titles = [line for line in (document.metadata.title, *lines.values()) if line][:2]
        read = lines if len(lines) * len(prose) < _MUCH else {}
        told = {i: {} if line in titles else reader.read(line, heading=True) for i, line in read.items()}
        whole = next((found for line in titles if "product" in (found := reader.read(line))), {})
        sections: dict[int, Mapping[str, Title]] = {}
        current: Mapping[str, Title] | None = None
        for i in range(len(document.blocks)):
            if i in told:
                current = told[i] if told[i] and not _is_same(told[i], whole) else None
            elif current is not None:
                sections[i] = current
        two = any(map(VERSUS.search, titles))
        return cls(whole, sections, _below_names(document, declared, reader), compares=two)

    def of(self, block: int, wanted: frozenset[str]) -> str | None:
        """The entity of a wanted type that a block is about; one below another name is not about the page's."""
        told = self.named_of(block, wanted)
        return told.entity if told is not None else None

    def named_of(self, block: int, wanted: frozenset[str]) -> Mention | None:
        """The name of what a block is about, as the title, heading or lead-in has it."""
        told = self.lists.get(block) or self.sections.get(block, self.whole)
        found = [t.mention for t in told.values() if t.mention.type in wanted]
        return found[0] if len(found) == 1 else None

    def named(
        self, text: str, spans: Sequence[Span], found: Sequence[tuple[Mention, ...]]
    ) -> list[tuple[Mention, ...]]:
        """The names of each sentence, with the things that the document is about by whatever it calls them."""
        told = {t.mention.entity: t for topics in (self.whole, *self.sections.values()) for t in topics.values()}
        calls = [(_pattern(t), t.mention) for t in told.values() if t.mention.type == "product"]
        if not calls:
            return list(found)
        return [
            without_overlaps([*_heard(text, span, calls, here), *here]) for span, here in zip(spans, found, strict=True)
        ]


def _below_names(
    document: Document, declared: Sequence[tuple[Mention, ...]], reader: TitleReader
) -> Mapping[int, Mapping[str, Title]]:
    """«The Arvell Sixty:», «Nordal Werke» and the items below it: what they are told of, be it a thing or a firm."""
    named = {document.sentences[i].block for i, found in enumerate(declared) if found}
    lines = {s.block: s.span.of(document.text) for s in reversed(document.sentences)}
    below: dict[int, Mapping[str, Title]] = {}
    for i, block in enumerate(document.blocks):
        above = document.blocks[block.within] if block.kind == "list_item" and block.within is not None else None
        if above is None or block.within in named or above.kind not in ("paragraph", "list_item"):
            continue
        alone = _ALONE.fullmatch(lines.get(block.within or 0, "").strip("*_: "))
        name = alone["name"] if alone else ""
        words = name.split()
        if is_persons(name):
            continue
        told = alone is not None and (len(words) > 1 or alone.span("name") != alone.span())
        if told and 0 < len(words) <= _WORDS and all(map(_is_lettered, words)) and not all(map(in_dictionary, words)):
            below[i] = reader.read(name, heading=True) or _anything(name)
    return below


def _is_lettered(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word == "&"


def _anything(name: str) -> Mapping[str, Title]:
    """A name that nothing tells the type of: what its items take it for."""
    return {k: Title(Mention(Span(0, 0), k, name, slug(name), known=False, name=name)) for k in ("product", "company")}


def _is_same(one: Mapping[str, Title], other: Mapping[str, Title]) -> bool:
    """Whether a heading tells what the title has told, be it in fewer words."""
    words = {w for t in other.values() for w in (t.mention.text, *t.short)}
    return all(t.mention.text in words for t in one.values())


def _pattern(title: Title) -> re.Pattern[str]:
    words = sorted({title.mention.text, *title.short}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-]|\s[A-Z0-9][\w-]*[A-Z0-9])")


def _heard(
    text: str, span: Span, calls: Sequence[tuple[re.Pattern[str], Mention]], here: Sequence[Mention]
) -> Iterator[Mention]:
    """Where a sentence names a topic, and no longer name holds those words."""
    for pattern, topic in calls:
        for match in pattern.finditer(text, span.start, span.end):
            place = Span(match.start(), match.end())
            if not any(m.span.holds(place) for m in here):
                yield replace(topic, span=place, text=match.group(), parts=())
