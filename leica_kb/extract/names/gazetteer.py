"""Every declared name of a pack in one pass over the text (Aho-Corasick), whatever its quotes, hyphens and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from leica_kb.extract.parsing.mention import Mention, without_overlaps
from leica_kb.model import Entity, Span, Vocabulary

_SAME_LENGTH: Final = str.maketrans({"‘": "'", "’": "'", "–": "-", "—": "-", "\u2011": "-", "\u00a0": " "})


def level(text: str) -> str:
    """The text in lower case with plain quotes, hyphens and spaces; the same length, so offsets stay true."""
    lowered = text if text.isascii() else text.translate(_SAME_LENGTH)
    folded = lowered.lower()
    return folded if len(folded) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in lowered)


def _variants(alias: str) -> Iterator[str]:
    """Spellings under which a name is also met: hyphen or space, «&» or «and», plural with an apostrophe."""
    plain = alias.translate(_SAME_LENGTH)
    yield plain
    if "-" in plain:
        yield plain.replace("-", " ")
    if " & " in plain:
        yield from (plain.replace("&", joint) for joint in ("and", "und", "+"))
    words = plain.split()
    if len(words) > 1 and plain.endswith("s") and words[-1][0].isupper() and len(words[-1]) > 3:
        yield plain[:-1] + "'s"
        if "-" in plain:
            yield plain.replace("-", " ")[:-1] + "'s"


_LEGAL_FORM: Final = re.compile(
    r"(?:,?\s(?:Company|COMPANY|Corporation|CORPORATION|Corp\.?|CORP\.?|Co\.,?\sLtd\.?|CO\.|Inc\.?|INC\.?|Ltd\.?|LTD\.?|AG|"
    r"(?:&\s)?Co\.|G[Mm][Bb]H|SE|plc|AB|K\.\s?K\.|KK|KG|OHG|Limited|LIMITED)(?!\w))+"
)
"""What a company's name may end with without being another company's."""


@dataclass(frozen=True)
class Gazetteer:
    """The compiled names of a vocabulary."""

    automaton: Any
    names: tuple[tuple[str, str, str], ...]
    """Per pattern: the name as declared, the entity's id, its type (or ``demonym``)."""
    entities: Mapping[str, Entity]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Gazetteer:
        """Compile every name, alias and demonym."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        names = tuple(_names(vocabulary.entities.values()))
        patterns = [level(name) for name, _, _ in names]
        return cls(AhoCorasick(patterns, matchkind=MatchKind.Standard), names, vocabulary.entities)

    def find(self, text: str, offset: int = 0) -> tuple[Mention, ...]:
        """The declared names of a text, longest first where they overlap; spans are moved by ``offset``."""
        levelled = level(text)
        found = [
            self._mention(text, index, Span(start, end), offset)
            for index, start, end in self.automaton.find_matches_as_indexes(levelled, overlapping=True)
            if _stands_alone(text, start, end) and _case_fits(self.names[index][0], text[start:end])
        ]
        return without_overlaps(found)

    def _mention(self, text: str, index: int, span: Span, offset: int) -> Mention:
        _, entity, kind = self.names[index]
        legal = _LEGAL_FORM.match(text, span.end) if kind == "company" else None
        span = Span(span.start, legal.end()) if legal else span
        place = Span(span.start + offset, span.end + offset)
        known = self.entities[entity]
        wider = (w for whole in known.within if whole in self.entities for w in self.entities[whole].within)
        return Mention(place, kind, span.of(text), entity, maker=known.maker, within=(*known.within, *wider))


def _names(entities: Iterable[Entity]) -> Iterator[tuple[str, str, str]]:
    seen: set[str] = set()
    for entity in entities:
        for alias in (entity.name, *entity.aliases):
            for variant in _variants(alias):
                if variant not in seen:
                    seen.add(variant)
                    yield variant, entity.id, entity.type
        for demonym in entity.demonyms:
            if demonym not in seen:
                seen.add(demonym)
                yield demonym, entity.id, "demonym"


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and (before.isalnum() or before == "_"):
        return False
    if after and (after.isalnum() or after == "_"):
        return False
    joined = text[end : end + 2]
    return not re.match(r"-[A-Z0-9]|\$\d", joined)


def _case_fits(name: str, found: str) -> bool:
    """Capitals count for short names; a declared capital is needed at the front of longer ones."""
    if name[0].islower():
        return True
    if len(name) <= 4 or name.isupper():
        return found.translate(_SAME_LENGTH) == name or (len(name) > 4 and found.istitle())
    return found[0].isupper() or not name[0].isalpha()
