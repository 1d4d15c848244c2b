"""Which part of a claim answers the question, in plain words; None where it does not have what is asked for."""

from __future__ import annotations

import json
import re
from typing import Final, NamedTuple

from leica_kb.index.words import singular, stem, stems_of
from leica_kb.lang.clauses import date_in_words
from leica_kb.query.asks import TIME_UNITS
from leica_kb.query.candidates import Candidate
from leica_kb.query.grammar import ACTORS, CAUSES, KNOWING, RANK_NOUNS
from leica_kb.query.kinship import EXACT
from leica_kb.query.lexicon import Lexicon
from leica_kb.query.matching import DATED, SIZES, Match, predicate_of
from leica_kb.query.reading import Reading
from leica_kb.query.values import end_value, ordinal, statement, value_of

_TELL: Final = frozenset({"what", "how", "which", "any"})
_BECAUSE: Final = re.compile(r"\b(?:because|since|due to|owing to|thanks to|as a result of)\b(.{3,})", re.IGNORECASE)
NOT_KNOWN: Final = "not known"
"""What a claim answers by which a source says that it does not know."""
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


class Slot(NamedTuple):
    """The answering part of a claim."""

    value: str
    fit: float = 1.0
    """How squarely it is of the kind that is asked for."""
    whole: bool = False
    """It stands as it is, whether the claim affirms or denies: who says it, why, that it is not known."""


def find_slot(lexicon: Lexicon, reading: Reading, match: Match) -> Slot | None:
    """The part of the claim that the question leaves open and that is of the kind it asks for."""
    asks, claim = reading.asks, match.claim
    if claim.predicate == "unknown_to_source":
        return _unknown(reading, claim)
    if ranked := _rank(reading, match):
        return ranked
    if asks.kind == "who" and reading.saying and claim.speaker:
        return Slot(claim.speaker_name or claim.speaker.replace(":", " ").replace("-", " "), whole=True)
    if asks.kind in {"why", "how_many"}:
        return _reason(lexicon, match) if asks.kind == "why" else _counted(lexicon, reading, match)
    if asks.types or _is_role(reading, match):
        return _typed(lexicon, reading, match)
    told = asks.kind == "whether" or (reading.speaker is not None and asks.kind in _TELL)
    return Slot(statement(claim) if told else _open_value(match))


def _reason(lexicon: Lexicon, match: Match) -> Slot | None:
    """Why: what follows *because* in the claim's words, else free words; a bare fact is no reason of itself."""
    claim = match.claim
    data = json.loads(claim.data)
    if found := _BECAUSE.search(data["quote"]):
        return Slot(found[1].strip(), 1.2, whole=True)
    if "any" in predicate_of(lexicon, claim).subject and claim.shape == "text":
        return Slot(end_value(claim, "object"), 0.95)
    if found := _BECAUSE.search(str(data.get("after", ""))):
        return Slot(f"{found[1].strip()} …", 0.9, whole=True)
    beside = stems_of(f"{data['quote']} {data.get('before', '')} {data.get('after', '')}")
    return Slot(statement(claim), 0.6) if CAUSES.intersection(beside) else None


def _rank(reading: Reading, match: Match) -> Slot | None:
    """The rank of a claim of which both ends are given, where a place or rank is asked for."""
    wanted = "place" in reading.asks.types or bool(RANK_NOUNS & set(reading.stems)) or reading.sets_apart
    if reading.ranks or "rank" not in match.claim.qualifiers or not wanted:
        return None
    ends = ("object",) if reading.sets_apart else ("subject", "object")
    given = all(match.slots.get(end, 0.0) >= 0.6 for end in ends)
    return Slot(ordinal(int(match.claim.qualifiers["rank"]))) if given else None


def _unknown(reading: Reading, claim: Candidate) -> Slot | None:
    """What a source calls unknown answers the question that it words itself, or one that asks what is not known."""
    kind = reading.asks.kind
    if kind in {"what", "any", "why"}:
        return Slot(NOT_KNOWN) if KNOWING & {piece.text for piece in reading.pieces} else None
    words = {"whether": {stem("whether")}, "how_long": {"how", "long"}}.get(kind, {stem(kind)})
    if words <= claim.words:
        return Slot(NOT_KNOWN, 0.9 if kind in {"how_long", "when"} else 1.0)
    return None


def _typed(lexicon: Lexicon, reading: Reading, match: Match) -> Slot | None:
    """The first part of the claim, from the squarest fit to the loosest, that is of one of the kinds asked for."""
    types = frozenset(alike for kind in reading.asks.types for alike in _ALIKE.get(kind, frozenset({kind})))
    claim = match.claim
    if "text" in types and reading.asks.noun is not None and "role" in claim.qualifiers:
        return Slot(str(claim.qualifiers["role"]))
    if _is_role(reading, match):
        return Slot(_role(claim))
    for end in _open_ends(match):
        if _fits(lexicon, claim, end, types):
            return Slot(end_value(claim, end), _grain(claim, end, types))
    if "place" in types and match.told and _fits(lexicon, claim, "object", types):
        return Slot(end_value(claim, "object"), 0.9)
    if "place" in types and "place" in claim.qualifiers:
        return Slot(str(claim.qualifiers["place"]).replace("-", " "))
    return _dated(claim) if "date" in types else _loosely(lexicon, reading, match, types)


def _is_role(reading: Reading, match: Match) -> bool:
    """Whether it is asked who or what somebody is whose role is told."""
    asked = reading.asks.kind in {"who", "what", "any"} and reading.speaker is None
    return (
        asked
        and "role" in match.claim.qualifiers
        and set(match.slots) == {"subject"}
        and match.claim.object is not None
    )


def _role(claim: Candidate) -> str:
    return f"{claim.qualifiers['role']}, {end_value(claim, 'object')}"


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
        return ("duration" in types and unit in TIME_UNITS) or "quantity" in declared & types
    if shape == "text":
        return "text" in types or bool(declared & types & {*ACTORS, "duration"})
    return shape in types


def _dated(claim: Candidate) -> Slot | None:
    dates = [str(claim.qualifiers[name]) for name in DATED if name in claim.qualifiers]
    if dates or claim.valid:
        return Slot(date_in_words(dates[0] if dates else str(claim.valid)))
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
    ends = _open_ends(match)
    if not (asked and asked.counts and ends):
        return None
    fits = noun in asked.needed or any(_fits(lexicon, match.claim, end, kinds) for end in ends)
    return Slot(end_value(match.claim, ends[0])) if fits else None


def _open_value(match: Match) -> str:
    """The end that the question leaves open, else the whole statement."""
    ends = _open_ends(match)
    free = [end for end in ends if not match.slots.get(end, 0.0)]
    if len(free) == 1:
        return end_value(match.claim, free[0])
    return statement(match.claim)
