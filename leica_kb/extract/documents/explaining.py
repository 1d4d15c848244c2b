"""An extraction → plain values that show, sentence by sentence, what was seen, which rule read it, or why none did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from leica_kb.extract.candidates.search import SILENT_KINDS
from leica_kb.extract.claims.claiming import Reading
from leica_kb.extract.claims.reading import Extraction
from leica_kb.extract.frames.frame import Frame, build_frames
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.nominal import core_span
from leica_kb.extract.statements.filling import Filler
from leica_kb.model import Document, Modality, Polarity, Sentence, Span, Value, value_to_json

SILENT: Final = "not read: its block gives no claims"
NO_CANDIDATE: Final = "not read: no name with a trigger word near it"


@dataclass(frozen=True, slots=True)
class SeenMention:
    """A name or value that the reader saw."""

    span: Span
    text: str
    type: str
    entity: str | None
    value: Value | None

    def to_json(self) -> dict[str, Any]:
        """The mention as a plain mapping."""
        value = value_to_json(self.value) if self.value is not None else None
        return {"text": self.text, "type": self.type, "entity": self.entity, "value": value, **_place(self.span)}


@dataclass(frozen=True, slots=True)
class SeenFrame:
    """A clause frame: the trigger's word and lemma, and per role the words that fill it."""

    span: Span
    trigger: str
    lemma: str
    kind: str
    roles: Mapping[str, tuple[str, ...]]

    def to_json(self) -> dict[str, Any]:
        """The frame as a plain mapping."""
        roles = {role: list(words) for role, words in self.roles.items()}
        return {"trigger": self.trigger, "lemma": self.lemma, "kind": self.kind, "roles": roles, **_place(self.span)}


@dataclass(frozen=True, slots=True)
class SeenStatement:
    """What one rule of the pack read in one frame; ``refusal`` names why it became no claim."""

    rule: str
    predicate: str
    trigger: Span
    subject: str | None
    """Entity id, where reference was settled."""
    subject_words: str
    object: Value | None
    object_words: str
    qualifiers: Mapping[str, str | int]
    polarity: Polarity
    modality: Modality
    cues: Mapping[str, tuple[str, ...]]
    """Per decision (polarity, modality, scope) the words that made it."""
    refusal: str | None

    def to_json(self) -> dict[str, Any]:
        """The statement as a plain mapping."""
        return {
            "rule": self.rule,
            "predicate": self.predicate,
            "subject": self.subject,
            "subject_words": self.subject_words,
            "object": value_to_json(self.object) if self.object is not None else None,
            "object_words": self.object_words,
            "qualifiers": dict(self.qualifiers),
            "polarity": self.polarity,
            "modality": self.modality,
            "cues": {kind: list(words) for kind, words in self.cues.items()},
            "refusal": self.refusal,
        }


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence as it was read; ``refusal`` is None where it gave a claim."""

    span: Span
    text: str
    mentions: tuple[SeenMention, ...] = ()
    frames: tuple[SeenFrame, ...] = ()
    statements: tuple[SeenStatement, ...] = ()
    claims: tuple[int, ...] = ()
    """Indices into the extraction's claims."""
    refusal: str | None = None
    refused: bool = False
    """Whether it was read and refused, and not just passed over: what ``extract --explain`` lists."""

    def to_json(self) -> dict[str, Any]:
        """The sentence as a plain mapping."""
        return {
            "text": self.text,
            **_place(self.span),
            "mentions": [m.to_json() for m in self.mentions],
            "frames": [f.to_json() for f in self.frames],
            "statements": [s.to_json() for s in self.statements],
            "claims": list(self.claims),
            "refusal": self.refusal,
            "refused": self.refused,
        }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def explain(extraction: Extraction, document: Document) -> tuple[Explained, ...]:
    """Every sentence of the document as it was read, in order.

    The extraction is one by ``Extractor.read``, which keeps the trees; ``extract_documents`` drops them.
    """
    return tuple(_explained(sentence, extraction, document) for sentence in document.sentences)


def _explained(sentence: Sentence, extraction: Extraction, document: Document) -> Explained:
    span, text = sentence.span, document.text
    trees = [tree for tree in extraction.trees if span.holds(tree.span)]
    readings = [reading for reading in extraction.readings if span.holds(reading.sentence)]
    claims = tuple(i for i, claim in enumerate(extraction.claims) if span.meets(claim.span))
    reasons = [refusal.reason for refusal in extraction.refusals if span.holds(Span(refusal.start, refusal.end))]
    reasons += [reading.refusal for reading in readings if reading.refusal]
    silent = document.blocks[sentence.block].kind in SILENT_KINDS
    reason = next(iter(reasons), SILENT if silent else NO_CANDIDATE)
    return Explained(
        span=span,
        text=span.of(text),
        mentions=_mentions(trees),
        frames=tuple(_frame(frame, text) for tree in trees for frame in build_frames(tree) if frame.roles),
        statements=tuple(_statement(reading, text) for reading in readings),
        claims=claims,
        refusal=None if claims else reason,
        refused=bool(reasons) and not claims,
    )


def _mentions(trees: Sequence[Tree]) -> tuple[SeenMention, ...]:
    seen: dict[Span, Mention] = {}
    for node in (node for tree in trees for node in tree.nodes if node.mention):
        for mention in _with_parts(node.mention):
            seen.setdefault(mention.span, mention)
    return tuple(SeenMention(m.span, m.text, m.type, m.entity, m.value) for _, m in sorted(seen.items()))


def _with_parts(mention: Mention | None) -> Iterator[Mention]:
    if mention is not None:
        yield mention
        yield from mention.parts


def _frame(frame: Frame, text: str) -> SeenFrame:
    roles = {role: tuple(_words(node, text) for node in nodes) for role, nodes in frame.roles.items()}
    return SeenFrame(frame.trigger.span, frame.trigger.text, frame.lemma, frame.kind, roles)


def _words(node: Node, text: str) -> str:
    return core_span(node).of(text)


def _statement(reading: Reading, text: str) -> SeenStatement:
    statement, stance = reading.statement, reading.stance
    subject, found = reading.subject, reading.object
    return SeenStatement(
        rule=statement.rule.id,
        predicate=statement.predicate.id,
        trigger=statement.frame.trigger.span,
        subject=subject.entity if subject is not None else None,
        subject_words=_filler_words(statement.subject, text),
        object=found.as_value() if found is not None else None,
        object_words=_filler_words(statement.object, text),
        qualifiers={**statement.qualifiers, **({"scope": stance.scope} if stance.scope else {})},
        polarity=stance.polarity,
        modality=stance.modality,
        cues={kind: tuple(span.of(text) for span in spans) for kind, spans in stance.cues.items()},
        refusal=reading.refusal,
    )


def _filler_words(filler: Filler, text: str) -> str:
    """The words that fill a slot; none where the topic or the context fills it."""
    return "" if filler.how in ("topic", "context") else filler.span.of(text)
