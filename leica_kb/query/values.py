"""Which part of a claim answers the question, in plain words; None where it does not have what is asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from leica_kb.index.words import singular, stem
from leica_kb.query.asks import TIME_UNITS
from leica_kb.query.candidates import Candidate
from leica_kb.query.grammar import ACTORS, ORDINALS, RANK_NOUNS
from leica_kb.query.kinship import EXACT
from leica_kb.query.lexicon import Lexicon
from leica_kb.query.matching import DATED, SIZES, Match, predicate_of
from leica_kb.query.reading import Reading

_TELL: Final = frozenset({"what", "how", "which"})
NOT_KNOWN: Final = "not known"
"""What a claim answers by which a source says that it does not know."""
SYMBOLS: Final = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥"}
_ALIKE: Final = {
    **dict.fromkeys(
        ("product", "product_line", "product_class"), frozenset({"product", "product_line", "product_class"})
    ),
    **{size: frozenset({size, "place"}) for size in ("continent", "country", "city")},
}
_MONTH: Final = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b\d0s\b|\b(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|christmas)\b",
    re.IGNORECASE,
)
_ORDINALS: Final = {rank: word for word, rank in ORDINALS.items() if word.isalpha()}
_HOW_LONG: Final = frozenset({"how", "long"})


class Slot(NamedTuple):
    """The answering part of a claim."""

    value: str
    fit: float = 1.0
    """How squarely it is of the kind that is asked for."""


def find_slot(lexicon: Lexicon, reading: Reading, match: Match) -> Slot | None:
    """The part of the claim that the question leaves open and that is of the kind it asks for."""
    asks, claim = reading.asks, match.claim
    if claim.predicate == "unknown_to_source":
        return _unknown(reading, claim)
    if not reading.ranks and "rank" in claim.qualifiers and _asks_rank(match) and RANK_NOUNS & set(reading.stems):
        return Slot(ordinal(int(claim.qualifiers["rank"])))
    if asks.kind in {"any", "why"}:
        return _typed(lexicon, reading, match) if asks.types else Slot(_open_value(match))
    if asks.kind == "who" and reading.saying and claim.speaker:
        return Slot(claim.speaker)
    if asks.kind == "how_many":
        return _counted(lexicon, reading, match)
    if asks.kind == "whether" or (reading.speaker is not None and asks.kind in _TELL and not asks.types):
        return Slot(statement(claim))
    return _typed(lexicon, reading, match) if asks.types else Slot(_open_value(match))


def _unknown(reading: Reading, claim: Candidate) -> Slot | None:
    """What a source calls unknown answers the question that it words itself."""
    wanted: Mapping[str, frozenset[str]] = {
        "whether": frozenset({stem("whether")}),
        "how_long": _HOW_LONG,
        "what": frozenset(),
        "any": frozenset(),
        "why": frozenset(),
    }
    words = wanted.get(reading.asks.kind, frozenset({stem(reading.asks.kind)}))
    if words <= claim.said | claim.named:
        return Slot(NOT_KNOWN, 0.9 if reading.asks.kind in {"how_long", "when"} else 1.0)
    return None


def _typed(lexicon: Lexicon, reading: Reading, match: Match) -> Slot | None:
    types = frozenset(alike for kind in reading.asks.types for alike in _ALIKE.get(kind, frozenset({kind})))
    claim, noun = match.claim, reading.asks.noun
    if "rank" in claim.qualifiers and not reading.ranks and _asks_rank(match):
        return Slot(ordinal(int(claim.qualifiers["rank"])))
    if "text" in types and noun is not None and "role" in claim.qualifiers:
        return Slot(str(claim.qualifiers["role"]))
    for end in _open_ends(match):
        if _fits(lexicon, claim, end, types):
            return Slot(end_value(claim, end), _grain(claim, end, types))
    if "place" in types and match.told and _fits(lexicon, claim, "object", types):
        return Slot(end_value(claim, "object"), 0.9)
    if "date" in types:
        return _dated(claim)
    if "place" in types and "place" in claim.qualifiers:
        return Slot(str(claim.qualifiers["place"]).replace("-", " "))
    return _loosely(lexicon, reading, match, types)


def _asks_rank(match: Match) -> bool:
    """Both ends are given, so that only the rank is left to ask for."""
    return all(match.slots.get(end, 0.0) >= 0.6 for end in ("subject", "object"))


def _open_ends(match: Match) -> list[str]:
    """The ends of the claim that the question has not fixed exactly, the freest first, else object before subject."""
    ends = [end for end in ("object", "subject") if match.slots.get(end, 0.0) < EXACT]
    return sorted(ends, key=lambda end: match.slots.get(end, 0.0))


def _fits(lexicon: Lexicon, claim: Candidate, end: str, types: frozenset[str]) -> bool:
    predicate = predicate_of(lexicon, claim)
    declared = frozenset(predicate.subject if end == "subject" else predicate.object)
    if end == "object" and claim.shape != "entity":
        return _value_fits(claim, types, declared)
    kind = claim.subject_type if end == "subject" else claim.object_type
    return kind in types if kind else bool(declared & types)


def _grain(claim: Candidate, end: str, types: frozenset[str]) -> float:
    """How well a place's size suits: a town lies in a country, a country in a continent."""
    if end == "subject" or claim.object_type != "place":
        return 1.0
    asked = types.intersection(SIZES)
    return 1.0 if not asked or SIZES[min(claim.object_depth, 2)] in asked else 0.85


def _value_fits(claim: Candidate, types: frozenset[str], declared: frozenset[str]) -> bool:
    shape = claim.shape
    if shape == "number":
        unit = value_of(claim.data).get("unit") or ""
        return "duration" in types and unit in TIME_UNITS
    if shape == "text":
        return "text" in types or bool(declared & types & {*ACTORS, "duration"})
    return shape in types


def _dated(claim: Candidate) -> Slot | None:
    dates = [str(claim.qualifiers[name]) for name in DATED if name in claim.qualifiers]
    if dates or claim.valid:
        return Slot(date_words(dates[0] if dates else str(claim.valid)))
    quote = json.loads(claim.data)["quote"]
    found = _MONTH.findall(quote)
    return Slot(" ".join(found), 0.8) if found else None


def _loosely(lexicon: Lexicon, reading: Reading, match: Match, types: frozenset[str]) -> Slot | None:
    """Where a predicate has nothing of the kind asked for, *where* may mean a company, *how* what it is like."""
    asked = reading.asked.get(match.claim.predicate)
    strong = asked is not None and bool(asked.needed & reading.content)
    object_types = frozenset(predicate_of(lexicon, match.claim).object)
    if not strong or match.slots.get("object", 0.0) >= EXACT:
        return None
    if reading.asks.kind == "who" and "place" in object_types and match.slots.get("subject", 0.0) >= EXACT:
        return Slot(end_value(match.claim, "object"), 0.75)
    if "place" in types and reading.asks.kind == "where" and object_types & {"company", "publication"}:
        return Slot(end_value(match.claim, "object"), 0.75)
    if reading.asks.kind == "how" and match.claim.shape in {"entity", "text"} and object_types & {"company"}:
        return Slot(end_value(match.claim, "object"), 0.75)
    if reading.asks.kind == "how_much" and match.claim.shape == "text":
        return Slot(end_value(match.claim, "object"), 0.75)
    return None


def _counted(lexicon: Lexicon, reading: Reading, match: Match) -> Slot | None:
    noun = reading.asks.noun
    if noun is None:
        return None
    value = value_of(match.claim.data)
    if match.claim.shape == "number" and stem(str(value.get("unit") or "")) == reading.stems[noun]:
        return Slot(end_value(match.claim, "object"))
    asked = reading.asked.get(match.claim.predicate)
    kinds = frozenset(lexicon.kinds.get(singular(reading.pieces[noun].text), ()))
    if asked and asked.counts and any(_fits(lexicon, match.claim, end, kinds) for end in _open_ends(match)):
        return Slot(next(end_value(match.claim, end) for end in _open_ends(match)))
    return None


def _open_value(match: Match) -> str:
    """The end that the question leaves open, else the whole statement."""
    ends = _open_ends(match)
    free = [end for end in ends if not match.slots.get(end, 0.0)]
    if len(free) == 1:
        return end_value(match.claim, free[0])
    return statement(match.claim)


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
        plural = "s" if value["number"] != 1 and value.get("unit") in TIME_UNITS else ""
        return f"{bound}{value['number']:g} {value.get('unit') or ''}{plural}".strip()
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
