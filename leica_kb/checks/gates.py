"""The gates behind the slot: time, scope and modality turn a clash into a note that explains it; strains soften it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from leica_kb.checks.clash import Clash
from leica_kb.checks.context import Context
from leica_kb.checks.names import has_number, stem_of
from leica_kb.checks.reading import Reading, are_one_sentence
from leica_kb.checks.slots import has_one_sided_part
from leica_kb.checks.timing import is_past, is_per_time, overlap_of
from leica_kb.lang.edtf import Overlap, edtf_in_words, is_edtf, parse_edtf
from leica_kb.model import EntityValue

Gate = Literal["slot", "time", "scope", "modality", "clash"]
DEGREES: Final[tuple[Overlap, ...]] = ("none", "possible", "certain")


@dataclass(frozen=True, slots=True)
class Stop:
    """A gate that explains a pair: its name, the note's kind and the reason in words."""

    gate: Gate
    kind: str
    reason: str


def modality_gate(left: Reading, right: Reading) -> Stop | None:
    """A side that is not stated as fact makes every clash a note."""
    manners = (left.modality, right.modality)
    if "predicted" in manners:
        return Stop("modality", "prediction", f"a forecast, not a fact{_outcome(left, right)}")
    if "opinion" in manners:
        return Stop("modality", "opinion", "an opinion, not a fact")
    loose = next((manner for manner in manners if manner != "asserted"), None)
    if loose is None:
        return None
    return Stop("modality", "modality", f"one side is {loose}, not stated as fact{_outcome(left, right)}")


def scope_gate(left: Reading, right: Reading, clash: Clash, context: Context) -> Stop | None:
    """Both can hold where the sides speak of different shares or parts of the subject."""
    if clash.timeless or left.because or right.because:
        return None
    if part := has_one_sided_part(left, right, context):
        return Stop("scope", "scope", part)
    if shares_exclude(left, right, context):
        return None
    return Stop("scope", "scope", f"one side speaks of {left.share}, the other of {right.share} of them")


def shares_exclude(left: Reading, right: Reading, context: Context) -> bool:
    """Whether two shares of one class, or of a class and its part, must have a member in common."""
    if left.subject != right.subject:
        broad = right if context.is_inside(left.subject, right.subject) else left
        return broad.share == "all"
    return "all" in (left.share, right.share) or left.share == right.share == "most"


def is_carved_out(left: Reading, right: Reading) -> bool:
    """Whether one side states a rule, and the other an exception from it beside the same rule."""
    return left.subject != right.subject and left.key == right.key and (left.excepted or right.excepted)


def overlap(left: Reading, right: Reading, floor: Overlap, context: Context) -> Overlap | None:
    """Whether two sayings hold at one time; what has one value for good does not change it between two articles.

    None where one sentence of one voice says both, a list or an exception that the sentence itself makes; and where
    the other only states the rule that the exception's sentence states too.
    """
    if are_one_sentence(left, right, context) or is_carved_out(left, right):
        return None
    found = overlap_of(left.when, right.when)
    explicit = left.when and right.when and left.when.explicit and right.when.explicit
    if (found == "none" and floor == "possible" and explicit) or _is_told_change(left, right):
        return "none"
    if found == "possible" and _is_one_breath(left, right):
        return "certain"
    return max(found, floor, key=DEGREES.index)


def floor_of(left: Reading, right: Reading, clash: Clash, context: Context) -> Overlap:
    """The least overlap that two sayings have, whatever their dates: all for an event, some for what holds for good."""
    if clash.timeless:
        return "certain"
    return "possible" if _is_for_good(left, right, context) else "none"


def strains(left: Reading, right: Reading, clash: Clash, overlapping: Overlap, context: Context) -> Iterator[str]:
    """Every reason for which a clash is a tension rather than a contradiction."""
    if overlapping == "possible":
        yield "it is not sure that both hold at one time"
    if left.generic or right.generic:
        yield "one side is said in general only"
    if left.depth != right.depth:
        yield "one side is the source's own voice, the other a quoted speaker"
    if left.subject != right.subject and "product_line" in (
        context.type_of(left.subject),
        context.type_of(right.subject),
    ):
        yield "one side speaks of a product line, the other of a model in it"
    if bool(left.narrowed("model")) != bool(right.narrowed("model")):
        yield "only one side names the model"
    if place := _unplaced(left, right, context):
        yield f"nobody has declared where {context.name_of(place)} lies"
    yield from clash.strains


def _unplaced(left: Reading, right: Reading, context: Context) -> str | None:
    """A place that nobody declared, set against another: one may lie inside the other."""
    if "place" not in left.predicate.object or left.key == right.key:
        return None
    values = (side.value.entity for side in (left, right) if isinstance(side.value, EntityValue))
    return next((entity for entity in values if not context.is_declared(entity)), None)


def succession(left: Reading, right: Reading) -> Stop:
    """The time gate's note: one thing after the other."""
    first, second = sorted((*_dated(side), side.claim.quote) for side in (left, right))
    if _is_told_change(left, right):
        return Stop("time", "succession", f"one article tells a change: «{first[2]}» and «{second[2]}»")
    return Stop("time", "succession", f"dated differently: {first[1]} and {second[1]}")


def _outcome(left: Reading, right: Reading) -> str:
    """What became of a forecast or plan, once a later statement of fact decides it."""
    expected, fact = (right, left) if left.asserted else (left, right)
    if not fact.asserted or not (expected.stated and fact.stated):
        return ""
    if not (is_edtf(expected.stated) and is_edtf(fact.stated)):
        return ""
    if not parse_edtf(expected.stated).is_before(parse_edtf(fact.stated)):
        return ""
    agrees = expected.key == fact.key and expected.affirmed == fact.affirmed and expected.rank == fact.rank
    return f"; as of {edtf_in_words(fact.stated)} it {'came' if agrees else 'has not come'} true"


def _is_for_good(left: Reading, right: Reading, context: Context) -> bool:
    """Whether the predicate has one value per thing, whenever it is told, and both sides mean that one thing."""
    single = left.predicate.single
    if not single or is_per_time(left.predicate):
        return False
    return left.subject == right.subject or _is_one_generation(left.subject, right.subject, context)


def _is_one_generation(left: str, right: str, context: Context) -> bool:
    """Whether a line is named after the model («M11 series», «M11»): it does not outlive it, as «M-System» does."""
    names = sorted((stem_of(context.vocabulary.name_of(entity)) for entity in (left, right)), key=len)
    return has_number(names[0]) and names[1][: len(names[0])] == names[0]


def _is_one_breath(left: Reading, right: Reading) -> bool:
    """Whether one speaker says both of a lasting state in one article: then both hold at one time, whenever it was."""
    undated = not any((side.when and side.when.explicit) or is_past(side.claim.quote) for side in (left, right))
    return (
        undated and left.predicate.state and left.speaker == right.speaker and left.claim.source == right.claim.source
    )


def _is_told_change(left: Reading, right: Reading) -> bool:
    """Whether one voice tells in one article how a state was and how it is, or since when each: a story, no clash."""
    if left.claim.source != right.claim.source or left.speaker != right.speaker or not left.predicate.state:
        return False
    if left.when and right.when and left.when.explicit and right.when.explicit:
        return left.when.perhaps.start != right.when.perhaps.start
    return is_past(left.claim.quote) != is_past(right.claim.quote)


def _dated(reading: Reading) -> tuple[float, str]:
    """When a saying holds, as a point to sort by and in words: its own time, else when it was stated."""
    if reading.when and reading.when.explicit and not reading.claim.time.valid:
        return reading.when.perhaps.middle, f"«{reading.claim.quote}»"
    return _date_in_words(reading.claim.time.valid or reading.stated or "")


@lru_cache(maxsize=65_536)
def _date_in_words(date: str) -> tuple[float, str]:
    return (parse_edtf(date).middle, edtf_in_words(date)) if is_edtf(date) else (0.0, "at an unknown time")
