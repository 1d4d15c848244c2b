"""From a door model's refusal to problems with the line to mend, and from its acceptance to the model's values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from leica_kb.model import Claim, Review, Span, Time, Value
from leica_kb.model.claim import value_from_json
from leica_kb.store.values import NOWHERE

if TYPE_CHECKING:
    from pydantic import ValidationError

    from leica_kb.store.schema import ClaimModel, CuesModel


def to_claim(model: ClaimModel, source: str) -> Claim:
    """The claim that an accepted entry stands for; offsets that it lacks are NOWHERE."""
    return Claim(
        id=model.id or "",
        source=source,
        subject=model.subject,
        predicate=model.predicate,
        object=_to_value(model.object),
        quote=model.quote,
        start=NOWHERE if model.start is None else model.start,
        end=NOWHERE if model.end is None else model.end,
        qualifiers=model.qualifiers,
        polarity=model.polarity,
        modality=model.modality,
        attribution=model.attribution,
        time=Time(model.time.stated, model.time.valid),
        before=model.before,
        after=model.after,
        cues=_to_cues(model.cues),
        origin=model.origin,
        review=Review(model.review.state, model.review.by, model.review.on, model.review.because),
    )


def _to_value(model: Any) -> Value:
    return value_from_json({key: value for key, value in model.__dict__.items() if value is not None})


def _to_cues(model: CuesModel) -> dict[str, tuple[Span, ...]]:
    return {kind: tuple(Span(a, b) for a, b in pairs) for kind, pairs in model.__dict__.items() if pairs}


MOST: Final = 100
"""Things wrong with one file, or one entry, that are told; the rest is counted."""


def refusals(error: ValidationError, data: object) -> tuple[tuple[tuple[str | int, ...], str], ...]:
    """For each thing wrong, up to 100, the path of keys to it (the last may be missing), and what is wrong in words."""
    told: dict[tuple[str | int, ...], str] = {}
    for item in error.errors(include_url=False)[:MOST]:
        path = (*_path(item["loc"], data), *(item["loc"][-1:] if item["type"] == "missing" else ()))
        where = ".".join(str(key) for key in path)
        told.setdefault(path, f"{where}: {_in_words(item)}" if where else _in_words(item))
    rest = error.error_count() - MOST
    return (*told.items(), *([((), f"{rest:,} more things are wrong here")] if rest > 0 else []))


def _path(loc: tuple[str | int, ...], data: object) -> tuple[str | int, ...]:
    """The keys that exist in the data; the names of union members between them are dropped."""
    path: list[str | int] = []
    for key in loc:
        inner = _step(data, key)
        if inner is not None:
            path.append(key)
            data = inner[0]
    return tuple(path)


def _step(data: object, key: str | int) -> tuple[object] | None:
    if isinstance(data, Mapping) and key in data:
        return (data[key],)
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return (data[key],)
    return None


_WORDS: Final = {
    "extra_forbidden": "no such key (docs/format.md lists them)",
    "model_type": "must be keys and their values",
    "missing": "is missing",
}


def _in_words(item: Any) -> str:
    kind = item["type"]
    if kind == "string_type" and isinstance(item["input"], bool):
        return "true and false are not text; put the word in quotes"
    if kind == "string_type" and item["input"] is None:
        return "is empty; write it, or leave the key out"
    if kind == "string_pattern_mismatch":
        return f"{item['input']!r:.60} is not of the form {item['ctx']['pattern']}"
    return _WORDS.get(kind) or str(item["msg"]).removeprefix("Value error, ")
