"""The values that all rooms share: frozen, slotted, standard library only, no input or output."""

from leica_kb.model.claim import (
    Bound,
    Claim,
    DateValue,
    EntityValue,
    Modality,
    MoneyValue,
    NumberValue,
    Polarity,
    Review,
    Scope,
    TextValue,
    Time,
    Value,
    value_from_json,
    value_to_json,
)
from leica_kb.model.document import Block, BlockKind, Document, Metadata, Sentence
from leica_kb.model.finding import Finding, Problem, Severity, Verification
from leica_kb.model.span import Span
from leica_kb.model.vocabulary import Entity, Predicate, QuestionCue, Rule, Vocabulary

__all__ = [
    "Block",
    "BlockKind",
    "Bound",
    "Claim",
    "DateValue",
    "Document",
    "Entity",
    "EntityValue",
    "Finding",
    "Metadata",
    "Modality",
    "MoneyValue",
    "NumberValue",
    "Polarity",
    "Predicate",
    "Problem",
    "QuestionCue",
    "Review",
    "Rule",
    "Scope",
    "Sentence",
    "Severity",
    "Span",
    "TextValue",
    "Time",
    "Value",
    "Verification",
    "Vocabulary",
    "value_from_json",
    "value_to_json",
]
