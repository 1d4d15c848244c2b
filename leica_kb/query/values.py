"""Parts of a claim in plain words: ends, numbers, amounts, dates, ranks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from leica_kb.lang.clauses import literal_in_words
from leica_kb.model import EntityValue, value_from_json
from leica_kb.query.candidates import Candidate
from leica_kb.query.grammar import ORDINALS

_ORDINALS: Final = {rank: word for word, rank in ORDINALS.items() if word.isalpha()}


@lru_cache(maxsize=1024)
def value_of(data: str) -> Mapping[str, Any]:
    """The object of a claim's row."""
    found: Mapping[str, Any] = json.loads(data)["object"]
    return found


def end_value(claim: Candidate, end: str) -> str:
    """One end of the claim in plain words."""
    if end == "subject":
        return claim.subject_name or claim.subject.replace("-", " ")
    if claim.object is not None:
        return claim.object_name or claim.object.replace("-", " ")
    value = value_from_json(value_of(claim.data))
    return "" if isinstance(value, EntityValue) else literal_in_words(value)


def ordinal(rank: int) -> str:
    """first, second, third …"""
    return _ORDINALS.get(rank, f"{rank}th")


def statement(claim: Candidate) -> str:
    """What the claim says, subject and object with the predicate's name between them."""
    return f"{end_value(claim, 'subject')} — {claim.predicate.replace('_', ' ')} — {end_value(claim, 'object')}"
