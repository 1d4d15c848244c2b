"""All mentions of a sentence: declared names, names by shape, unknown names, values; each stretch of text once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from leica_kb.extract.gazetteer import Gazetteer
from leica_kb.extract.mention import Mention, without_overlaps
from leica_kb.extract.names import NameShapes
from leica_kb.extract.parser import recognise
from leica_kb.lang.dates import find_dates
from leica_kb.lang.numbers import find_quantities
from leica_kb.lang.tokens import slug
from leica_kb.model import DateValue, Span
from leica_kb.packs import Pack

LABELS: Final = {
    "ORG": "company",
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
    "WORK_OF_ART": "unknown",
    "EVENT": "unknown",
}
"""What the recogniser's labels (OntoNotes 5) are taken for; other labels are left to our own grammars."""

_ORGANISATION: Final = re.compile(
    r"\b(?:Inc|Ltd|LLC|LLP|GmbH|AG|SE|Corp|Corporation|Co|Company|Companies|Group|Holdings?|Bank|University|College|"
    r"Institute|Foundation|Association|Society|Systems|Technologies|Technology|Partners|Industries|Enterprises|Media|"
    r"Airlines|Records|Studios?|Entertainment|Laboratories|Labs|Motors|Optical|Optics|Agency|Authority|Council|Church|"
    r"School|Hospital|Museum|Club|Party|Union|Ministry|Department|Energy|Capital|Software|Solutions|Services|"
    r"International|Network|Press|Publishing|Games|Pharmaceuticals|plc|PLC|S\.A|N\.V|B\.V|Pty|Limited)\b\.?$"
)
_TITLE: Final = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Lord|Lady|Dame|Herr|Frau|Rev|Fr|St)\b\.?\s")
_OFFICES: Final = frozenset(
    "CEO CFO CTO COO President Chairman Chairwoman Founder Director Chief Executive Officer Senior Vice".split()
)
_RUN: Final = re.compile(
    r"[A-Z][\w’'&.-]*(?:\s(?:(?:of|de|for|&|du|van|von|der|la|and the|of the)\s)?(?:[A-Z][\w’'&.-]*|&))+", re.UNICODE
)
_STARTERS: Final = frozenset(
    "The A An In On At By For From With After Before Since During As And But Or If When While Although He She It They We I "
    "You His Her Its Their Our My This That These Those There Here Today Now Then However Also Both Under Over Founded "
    "Established Headquartered Based Formed Created Born According Prior Following Through To Not No Yes What Who Where "
    "Formerly Currently Previously Originally Subsequently Later Early Until Upon Despite".split()
)


@dataclass(frozen=True)
class MentionFinder:
    """Finds the mentions of sentences under one pack."""

    gazetteer: Gazetteer
    shapes: NameShapes

    @classmethod
    def of(cls, pack: Pack) -> MentionFinder:
        """Compile a pack's names."""
        return cls(Gazetteer.of(pack.vocabulary), NameShapes(pack))

    def declared(self, text: str, span: Span) -> tuple[Mention, ...]:
        """Declared names and names by shape: what can be found without a model."""
        words = span.of(text)
        listed = self.gazetteer.find(words, span.start)
        found = without_overlaps([*listed, *self.shapes.find(words, listed, span.start)])
        return tuple(self._with_parts(m) for m in found)

    def _with_parts(self, mention: Mention) -> Mention:
        """A declared class named by its maker or place («Panasonic made Leicas») with the names inside it."""
        if mention.parts or mention.type != "product_class":
            return mention
        halves = re.split(r"[ -](?:made|built|produced|manufactured|designed|derived|branded)[ -]", mention.text)
        if len(halves) != 2:
            return mention
        first = self.gazetteer.find(halves[0], mention.span.start)
        return replace(mention, parts=(first[-1], mention)) if first else mention

    def all(self, text: str, spans: Sequence[Span], published: str | None) -> list[tuple[Mention, ...]]:
        """Every mention of several sentences of one text."""
        recognised = recognise([s.of(text) for s in spans])
        return [
            _assembled(text, span, self.declared(text, span), names, published)
            for span, names in zip(spans, recognised, strict=True)
        ]


def _assembled(
    text: str, span: Span, declared: Sequence[Mention], names: Sequence[tuple[int, int, str]], published: str | None
) -> tuple[Mention, ...]:
    found = list(declared)
    values = [v for v in _values(text, span, published) if not any(v.span.meets(d.span) for d in declared)]
    guesses = [*_recognised(text, span, names), *_runs(text, span)]
    for guess in guesses:
        if not any(guess.span.meets(m.span) for m in found) and not any(
            v.type == "date" and v.span.meets(guess.span) for v in values
        ):
            found.append(guess)
    found.extend(v for v in values if not any(v.span.meets(m.span) for m in found))
    return tuple(sorted(found, key=lambda m: m.span))


def _values(text: str, span: Span, published: str | None) -> Iterator[Mention]:
    words = span.of(text)
    dates = find_dates(words, published, span.start)
    for date in dates:
        value = DateValue(date.edtf) if date.edtf else None
        yield Mention(date.span, "date", date.span.of(text), value=value)
    for quantity in find_quantities(words, span.start):
        if not any(quantity.span.meets(d.span) for d in dates):
            yield Mention(quantity.span, quantity.kind, quantity.span.of(text), value=quantity.value)


def _recognised(text: str, span: Span, names: Sequence[tuple[int, int, str]]) -> Iterator[Mention]:
    for start, end, label in names:
        kind = LABELS.get(label)
        place = _trimmed(text, Span(start + span.start, end + span.start))
        if kind and place.start < place.end and any(c.isupper() for c in place.of(text)):
            yield unknown(place, text, kind)


def _trimmed(text: str, span: Span) -> Span:
    """The name without article, possessive and quotes."""
    words = span.of(text)
    start = span.start + (4 if words.lower().startswith("the ") else 0)
    end = span.end
    while start < end and text[start] in "\"“‘'([ ":
        start += 1
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    while start < end and text[end - 1] in "\"”’')], ;:":
        end -= 1
    return Span(start, end)


def _runs(text: str, span: Span) -> Iterator[Mention]:
    """Runs of capitalised words that the recogniser passed over."""
    for match in _RUN.finditer(text, span.start, span.end):
        words = match.group().split()
        start = match.start()
        while words and (words[0] in _STARTERS or words[0] in _OFFICES):
            start += len(words[0]) + 1
            words.pop(0)
        if len(words) > 1 and words[0][0].isupper():
            place = _trimmed(text, Span(start, match.end()))
            yield unknown(place, text, "unknown")


def unknown(span: Span, text: str, kind: str) -> Mention:
    """An unlisted name; its own words overrule the guess where they tell (Inc., Dr.)."""
    words = span.of(text)
    if _ORGANISATION.search(words):
        kind = "company"
    elif _TITLE.match(words):
        kind = "person"
    return Mention(span, kind, words, slug(words) or None, known=False, name=words)
