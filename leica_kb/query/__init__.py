"""Question or filter → facts with their receipts, or an honest no; reads rows only.

Values on the way of a question are named tuples: a frozen slotted dataclass costs half a millisecond at every start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from leica_kb.query.answer import Answer, AnswerGroup, Silence, Verdict
    from leica_kb.query.asking import ask
    from leica_kb.query.filters import FIELDS, SORTS, ClaimFilter, FilterError, Term, format_filter, parse_filter
    from leica_kb.query.lookups import (
        Comparison,
        EntityRow,
        PredicateRow,
        SourceRow,
        claims_about,
        claims_of_source,
        compare_sources,
        complete_ids,
        count_reviews,
        find_entities,
        find_findings,
        find_predicates,
        find_sources,
        find_verifications,
        resolve_entity,
        suggest,
    )
    from leica_kb.query.rows import claims_by_ids
    from leica_kb.query.selecting import count_claims, find_claims

_HOMES: Final = {
    **dict.fromkeys(
        (
            "Answer",
            "AnswerGroup",
            "Silence",
            "Verdict",
        ),
        "answer",
    ),
    **dict.fromkeys(("ask",), "asking"),
    **dict.fromkeys(
        (
            "FIELDS",
            "SORTS",
            "ClaimFilter",
            "FilterError",
            "Term",
            "format_filter",
            "parse_filter",
        ),
        "filters",
    ),
    **dict.fromkeys(
        (
            "Comparison",
            "EntityRow",
            "PredicateRow",
            "SourceRow",
            "claims_about",
            "claims_of_source",
            "compare_sources",
            "complete_ids",
            "count_reviews",
            "find_entities",
            "find_findings",
            "find_predicates",
            "find_sources",
            "find_verifications",
            "resolve_entity",
            "suggest",
        ),
        "lookups",
    ),
    **dict.fromkeys(("claims_by_ids",), "rows"),
    **dict.fromkeys(
        (
            "count_claims",
            "find_claims",
        ),
        "selecting",
    ),
}
"""Name → the module that holds it, imported when first asked for: a question does not pay for filters and lists."""

__all__ = [
    "FIELDS",
    "SORTS",
    "Answer",
    "AnswerGroup",
    "ClaimFilter",
    "Comparison",
    "EntityRow",
    "FilterError",
    "PredicateRow",
    "Silence",
    "SourceRow",
    "Term",
    "Verdict",
    "ask",
    "claims_about",
    "claims_by_ids",
    "claims_of_source",
    "compare_sources",
    "complete_ids",
    "count_claims",
    "count_reviews",
    "find_claims",
    "find_entities",
    "find_findings",
    "find_predicates",
    "find_sources",
    "find_verifications",
    "format_filter",
    "parse_filter",
    "resolve_entity",
    "suggest",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"leica_kb.query.{_HOMES[name]}"), name)
