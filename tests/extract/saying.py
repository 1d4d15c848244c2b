"""What a text says under a pack, in a form that a test can show beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leica_kb.corpus import parse_document
from leica_kb.extract import Extraction, Extractor
from leica_kb.extract.frames.frame import Frame, build_frames
from leica_kb.extract.names.mentions import assembled
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree, Utterance, parse, recognise
from leica_kb.extract.repairs.repair import repair
from leica_kb.model import (
    Claim,
    DateValue,
    Document,
    EntityValue,
    Metadata,
    MoneyValue,
    NumberValue,
    Span,
    TextValue,
    Value,
)

UNKNOWN = Metadata()


@dataclass(frozen=True)
class Reader:
    """An extractor with short questions to it."""

    extractor: Extractor

    def document(self, text: str, metadata: Metadata = UNKNOWN) -> Document:
        return parse_document(text, metadata=metadata)

    def read(self, text: str, metadata: Metadata = UNKNOWN) -> Extraction:
        return self.extractor.read(self.document(text, metadata))

    def claims(self, text: str, predicate: str = "", metadata: Metadata = UNKNOWN) -> list[Claim]:
        """The text's claims, of one predicate where it is given."""
        return [c for c in self.read(text, metadata).claims if predicate in ("", c.predicate)]

    def says(self, text: str, predicate: str = "") -> set[str]:
        """``subject predicate object`` of each claim, with a dash in front of what is denied."""
        return {short(c) for c in self.claims(text, predicate)}

    def refusals(self, text: str) -> list[str]:
        return [r.reason for r in self.read(text).refusals]

    def mentions(self, text: str, published: str | None = None) -> tuple[Mention, ...]:
        """Every mention of a single sentence."""
        span, finder = Span(0, len(text)), self.extractor.finder
        [seen] = recognise([text])
        return assembled(text, span, finder.declared(text, span), seen, published)

    def tree(self, text: str, *, mended: bool = True) -> Tree:
        """A single sentence's tree."""
        [tree] = parse([Utterance(text, Span(0, len(text)), self.mentions(text))])
        return repair(tree, open_names=self.extractor.pack.open_names) if mended else tree

    def frame(self, text: str, lemma: str) -> Frame:
        """The first frame of a single sentence with this trigger."""
        return next(f for f in build_frames(self.tree(text)) if f.lemma == lemma)

    def roles(self, text: str, lemma: str) -> dict[str, list[str]]:
        """The words in each role of that frame."""
        return {role: words(nodes) for role, nodes in self.frame(text, lemma).roles.items()}


def words(nodes: Sequence[Node]) -> list[str]:
    return [n.text for n in nodes]


def short(claim: Claim) -> str:
    dash = "- " if claim.polarity == "denied" else ""
    return f"{dash}{claim.subject} {claim.predicate} {in_words(claim.object)}"


def in_words(value: Value) -> str:
    match value:
        case EntityValue(entity):
            return entity
        case TextValue(text):
            return f"«{text}»"
        case DateValue(date):
            return date
        case NumberValue(number, unit, _):
            return f"{number:g} {unit}"
        case MoneyValue(money, currency):
            return f"{money:g} {currency}"
