"""The small grammar by which claims are chosen: ``subject:leica-m11 predicate:sensor_* stated:>=2013 limit:20``."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from leica_kb.errors import KbError
from leica_kb.lang.edtf import parse_edtf
from leica_kb.model.claim import MODALITIES, POLARITIES, REVIEW_STATES

FIELDS: Final[Mapping[str, str]] = {
    "id": "claim id",
    "subject": "entity id",
    "predicate": "predicate",
    "topic": "topic of the predicate",
    "object": "entity id, or words or number of the value",
    "about": "entity id: it, or anything inside it, is subject, object or speaker",
    "source": "source id",
    "speaker": "entity id, commenter:<n>, or none for the source's own voice",
    "polarity": ", ".join(POLARITIES),
    "modality": ", ".join(MODALITIES),
    "review": ", ".join((*REVIEW_STATES, "any")),
    "rule": "rule that read it: use-for, or else its origin: person:ann",
    "finding": "contradiction, tension, note, open, closed, any, none",
    "stated": "date (EDTF) with =, <, <=, >, >= in front",
    "valid": "date (EDTF) with =, <, <=, >, >= in front",
}
"""Fields of the grammar and what they take."""
CLOSED: Final[Mapping[str, tuple[str, ...]]] = {
    "polarity": POLARITIES,
    "modality": MODALITIES,
    "review": (*REVIEW_STATES, "any"),
    "finding": ("contradiction", "tension", "note", "open", "closed", "any", "none"),
}
"""Fields that take one of a few words."""
DATES: Final = frozenset({"stated", "valid"})
SORTS: Final = ("source", "subject", "predicate", "stated", "id")
_OPERATORS: Final = (">=", "<=", ">", "<", "=")


class FilterError(KbError, ValueError):
    """A filter that cannot be read; the message says what may stand there."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: a field, and values of which one must (or, negated, none may) fit."""

    field: str
    values: tuple[str, ...]
    negated: bool = False
    operator: str = ""
    """For dates: <, <=, =, >=, >; = means that both times share a day."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims, in which order, how many; rejected ones are left out unless a review term asks for them."""

    terms: tuple[Term, ...] = ()
    words: tuple[str, ...] = ()
    """Words that must all occur in the quote, the names or the value."""
    as_of: str | None = None
    """EDTF date at which the claim may hold."""
    sort: str = "source"
    descending: bool = False
    limit: int | None = None


def parse_filter(text: str) -> ClaimFilter:
    """Read a filter: ``field:value,value``, ``field:!value``, ``stated:>=2013``, ``as-of:2013``, ``sort:-stated``,
    ``limit:20``; anything else is a word to be found. Values may hold ``*``. Raises FilterError.
    """
    try:
        parts = shlex.split(text)
    except ValueError as error:
        raise FilterError(f"«{text}»: {error}; close the quotation mark") from None
    found = ClaimFilter()
    for part in parts:
        field, colon, value = part.partition(":")
        found = _add(found, field, value) if colon else replace(found, words=(*found.words, part))
    return found


def _add(found: ClaimFilter, field: str, value: str) -> ClaimFilter:
    if not value:
        raise FilterError(f"«{field}:» lacks a value; {_help(field)}")
    match field:
        case "as-of":
            return replace(found, as_of=_date(field, value))
        case "sort":
            name = value.removeprefix("-")
            if name not in SORTS:
                raise FilterError(
                    f"«sort:{value}»: sort by {', '.join(SORTS)}, with - in front for the other way round"
                )
            return replace(found, sort=name, descending=value.startswith("-"))
        case "limit":
            if not value.isdecimal() or int(value) == 0:
                raise FilterError(f"«limit:{value}»: a whole number from 1 on")
            return replace(found, limit=int(value))
        case _:
            return replace(found, terms=(*found.terms, _term(field, value)))


def _term(field: str, value: str) -> Term:
    if field not in FIELDS:
        near = get_close_matches(field, FIELDS, n=1)
        offer = f"did you mean {near[0]}:?" if near else f"fields are {', '.join(FIELDS)}, as-of, sort, limit"
        raise FilterError(f"«{field}:»: no such field; {offer}")
    negated = value.startswith("!")
    value = value.removeprefix("!")
    if field in DATES:
        operator = next((sign for sign in _OPERATORS if value.startswith(sign)), "")
        return Term(field, (_date(field, value.removeprefix(operator)),), negated, operator or "=")
    values = tuple(filter(None, value.split(",")))
    for one in values:
        if field in CLOSED and one not in CLOSED[field]:
            raise FilterError(f"«{field}:{one}»: {_help(field)}")
    if not values:
        raise FilterError(f"«{field}:{value}» lacks a value; {_help(field)}")
    return Term(field, values, negated)


def _help(field: str) -> str:
    return f"{field} takes {FIELDS.get(field, 'a value')}"


def _date(field: str, value: str) -> str:
    try:
        parse_edtf(value)
    except ValueError as error:
        raise FilterError(f"«{field}:{value}»: {error}") from None
    return value


def format_filter(filter_: ClaimFilter) -> str:
    """The filter in the grammar again; ``parse_filter`` reads it back."""
    parts = [_format_term(term) for term in filter_.terms]
    parts += [f"as-of:{filter_.as_of}"] if filter_.as_of else []
    parts += [f"sort:{'-' if filter_.descending else ''}{filter_.sort}"] if _is_sorted(filter_) else []
    parts += [f"limit:{filter_.limit}"] if filter_.limit else []
    return " ".join(shlex.quote(part) for part in (*parts, *filter_.words))


def _is_sorted(filter_: ClaimFilter) -> bool:
    return filter_.descending or filter_.sort != "source"


def _format_term(term: Term) -> str:
    operator = "" if term.operator == "=" else term.operator
    return f"{term.field}:{'!' if term.negated else ''}{operator}{','.join(term.values)}"


def is_default(values: Sequence[Term]) -> bool:
    """Whether no term speaks of reviews, so that rejected claims stay out."""
    return all(term.field != "review" for term in values)
