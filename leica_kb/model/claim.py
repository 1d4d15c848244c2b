"""One sourced claim: who says what of what, in which exact words, how surely and when it held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

from leica_kb.model.span import Span

Polarity = Literal["affirmed", "denied"]
Modality = Literal["asserted", "speculated", "predicted", "planned", "opinion"]
Scope = Literal["all", "most", "many", "some", "only", "none", "generic"]
Bound = Literal["at_least", "at_most", "about"]
ReviewState = Literal["unreviewed", "accepted", "rejected", "corrected"]

POLARITIES: Final[tuple[Polarity, ...]] = get_args(Polarity)
MODALITIES: Final[tuple[Modality, ...]] = get_args(Modality)
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
REVIEW_STATES: Final[tuple[ReviewState, ...]] = get_args(ReviewState)
CUE_KINDS: Final = ("polarity", "modality", "scope", "time", "attribution")

CONTEXT: Final = 32
"""Code points of context kept on either side of a quote, within its block (the length that Apache Annotator uses)."""


@dataclass(frozen=True, slots=True)
class EntityValue:
    """An object that is an entity of the vocabulary or of the base."""

    entity: str


@dataclass(frozen=True, slots=True)
class TextValue:
    """An object in the source's own or a canonical wording."""

    text: str


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A quantity with its unit in the singular (``year``, ``minute``, ``mm``)."""

    number: int | float
    unit: str | None = None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class MoneyValue:
    """An amount of money and its ISO 4217 code."""

    money: int | float
    currency: str


@dataclass(frozen=True, slots=True)
class DateValue:
    """An EDTF date, interval or decade (``192X``)."""

    date: str


Value = EntityValue | TextValue | NumberValue | MoneyValue | DateValue


def value_to_json(value: Value) -> dict[str, Any]:
    """The value as the mapping that files and tools exchange; absent fields are left out."""
    match value:
        case EntityValue(entity):
            return {"entity": entity}
        case TextValue(text):
            return {"text": text}
        case NumberValue(number, unit, bound):
            pairs = {"number": number, "unit": unit, "bound": bound}
            return {k: v for k, v in pairs.items() if v is not None}
        case MoneyValue(money, currency):
            return {"money": money, "currency": currency}
        case DateValue(date):
            return {"date": date}


def value_from_json(data: Mapping[str, Any]) -> Value:
    """The value that a mapping of one of the five shapes stands for; raises ValueError on any other."""
    match dict(data):
        case {"entity": str(entity), **rest} if not rest:
            return EntityValue(entity)
        case {"text": str(text), **rest} if not rest:
            return TextValue(text)
        case {"number": int() | float() as number, **rest} if rest.keys() <= {"unit", "bound"}:
            return NumberValue(number, rest.get("unit"), rest.get("bound"))
        case {"money": int() | float() as money, "currency": str(currency), **rest} if not rest:
            return MoneyValue(money, currency)
        case {"date": str(date), **rest} if not rest:
            return DateValue(date)
        case other:
            raise ValueError(f"not an object: {other!r} (entity, text, number+unit, money+currency or date)")


@dataclass(frozen=True, slots=True)
class Time:
    """When the source says it (``stated``) and when it holds (``valid``), both EDTF; None means unknown."""

    stated: str | None = None
    valid: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a person ruled on the claim."""

    state: ReviewState = "unreviewed"
    by: str | None = None
    on: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its receipt; the field names are the interchange format."""

    id: str
    source: str
    """Id of the document whose words make the claim."""
    subject: str
    predicate: str
    object: Value
    quote: str
    start: int
    end: int
    qualifiers: Mapping[str, str | int] = field(default_factory=dict)
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attribution: tuple[str, ...] = ()
    """Speaker first, then every relay as ``via:<id>``; empty is the source's own voice."""
    time: Time = Time()
    before: str = ""
    after: str = ""
    cues: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Per decision (see CUE_KINDS) the words that made it."""
    origin: str = ""
    """``rules/<version> <rule>``, ``person:<name>`` or ``llm:<model>``."""
    review: Review = Review()

    @property
    def span(self) -> Span:
        """The quote's range in the source's text."""
        return Span(self.start, self.end)

    @property
    def speaker(self) -> str | None:
        """Who says it, or None where the source speaks in its own voice."""
        first = self.attribution[0] if self.attribution else ""
        return None if not first or first.startswith("via:") else first

    def to_json(self) -> dict[str, Any]:
        """The claim as plain mappings and lists, keys in the order of the interchange format."""
        data: dict[str, Any] = {
            "id": self.id,
            "source": self.source,
            "subject": self.subject,
            "predicate": self.predicate,
            "object": value_to_json(self.object),
            "qualifiers": dict(self.qualifiers),
            "polarity": self.polarity,
            "modality": self.modality,
            "attribution": list(self.attribution),
            "time": {k: v for k, v in (("stated", self.time.stated), ("valid", self.time.valid)) if v is not None},
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "before": self.before,
            "after": self.after,
            "cues": {kind: [[s.start, s.end] for s in spans] for kind, spans in self.cues.items()},
            "origin": self.origin,
            "review": review_to_json(self.review),
        }
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Claim:
        """The claim that ``to_json`` wrote; absent optional fields take their defaults."""
        cues: Mapping[str, Any] = data.get("cues") or {}
        return cls(
            id=data.get("id", ""),
            source=data["source"],
            subject=data["subject"],
            predicate=data["predicate"],
            object=value_from_json(data["object"]),
            quote=data["quote"],
            start=data["start"],
            end=data["end"],
            qualifiers=dict(data.get("qualifiers") or {}),
            polarity=data.get("polarity", "affirmed"),
            modality=data.get("modality", "asserted"),
            attribution=tuple(data.get("attribution") or ()),
            time=Time(**(data.get("time") or {})),
            before=data.get("before", ""),
            after=data.get("after", ""),
            cues={kind: tuple(Span(a, b) for a, b in spans) for kind, spans in cues.items()},
            origin=data.get("origin", ""),
            review=Review(**(data.get("review") or {})),
        )


def review_to_json(review: Review) -> dict[str, str]:
    """The review's known fields, state first."""
    pairs = {"state": review.state, "by": review.by, "on": review.on, "because": review.because}
    return {k: v for k, v in pairs.items() if v is not None}
