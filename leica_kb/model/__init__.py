"""The values that all rooms share: frozen, slotted, standard library only, no input or output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
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
    from leica_kb.model.identity import Identity, MergedName
    from leica_kb.model.span import Span
    from leica_kb.model.vocabulary import Doubt, Entity, Predicate, QuestionCue, Rule, Vocabulary

_HOMES: Final = {
    **dict.fromkeys(
        (
            "Bound",
            "Claim",
            "DateValue",
            "EntityValue",
            "Modality",
            "MoneyValue",
            "NumberValue",
            "Polarity",
            "Review",
            "Scope",
            "TextValue",
            "Time",
            "Value",
            "value_from_json",
            "value_to_json",
        ),
        "claim",
    ),
    **dict.fromkeys(("Block", "BlockKind", "Document", "Metadata", "Sentence"), "document"),
    **dict.fromkeys(("Finding", "Problem", "Severity", "Verification"), "finding"),
    **dict.fromkeys(("Identity", "MergedName"), "identity"),
    **dict.fromkeys(("Span",), "span"),
    **dict.fromkeys(("Doubt", "Entity", "Predicate", "QuestionCue", "Rule", "Vocabulary"), "vocabulary"),
}
"""Name → the module that holds it, imported when first asked for: a look-up pays for claims only."""

__all__ = [
    "Block",
    "BlockKind",
    "Bound",
    "Claim",
    "DateValue",
    "Document",
    "Doubt",
    "Entity",
    "EntityValue",
    "Finding",
    "Identity",
    "MergedName",
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


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(f"leica_kb.model.{_HOMES[name]}"), name)
    return found
