"""Parts of a claim in plain words: ends, numbers, amounts, dates, ranks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from leica_kb.lang.units import counted
from leica_kb.query.candidates import Candidate
from leica_kb.query.grammar import ORDINALS

SYMBOLS: Final = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥"}
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
    return value_words(value_of(claim.data))


def value_words(value: Mapping[str, Any]) -> str:
    """A number, amount, date or text in plain words."""
    if "number" in value:
        bound = {"at_least": "at least ", "at_most": "at most ", "about": "about "}.get(value.get("bound") or "", "")
        return f"{bound}{value['number']:g}{counted(value['number'], value.get('unit'))}"
    if "money" in value:
        return f"{SYMBOLS.get(value['currency'], value['currency'] + ' ')}{value['money']:,g}"
    if "date" in value:
        return date_words(value["date"])
    return str(value.get("text", ""))


def date_words(edtf: str) -> str:
    """An EDTF date as people say it: a decade, or by the end of a range that only ends."""
    if edtf.endswith("X") and not edtf.endswith("XX"):
        return f"the {edtf[:-1]}0s"
    if edtf.startswith("/"):
        return f"by the end of {edtf[1:]}"
    return edtf


def ordinal(rank: int) -> str:
    """first, second, third …"""
    return _ORDINALS.get(rank, f"{rank}th")


def statement(claim: Candidate) -> str:
    """What the claim says, subject and object with the predicate's name between them."""
    return f"{end_value(claim, 'subject')} — {claim.predicate.replace('_', ' ')} — {end_value(claim, 'object')}"
