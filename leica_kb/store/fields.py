"""The three-way merge of one claim: what the machine said last, what it says now, what stands in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from leica_kb.model import Claim, Review, Time

_SAID: Final = ("subject", "predicate", "object", "polarity", "modality", "attribution", "origin")
_WORDS: Final = ("quote", "start", "end", "before", "after", "cues")


def is_machines(claim: Claim) -> bool:
    """Whether rules proposed it and no person has ruled on it: only then may a machine change what it says."""
    return claim.origin.startswith("rules/") and claim.review.state == "unreviewed"


def merge_fields(stored: Claim, last: Claim, now: Claim, *, overlaps: bool) -> Claim:
    """The stored claim with what the machine says now, field by field; what differs from ``last`` is a person's.

    A claim that a person has changed is marked as corrected. ``overlaps``: the proposal's words stand where the stored
    claim's do in the text as it is now.
    """
    said = {name: _pick(getattr(stored, name), getattr(last, name), getattr(now, name)) for name in _SAID}
    qualifiers = _pick_keys(stored.qualifiers, last.qualifiers, now.qualifiers)
    stated = _pick(stored.time.stated, last.time.stated, now.time.stated)
    valid = _pick(stored.time.valid, last.time.valid, now.time.valid)
    merged = replace(stored, **said, qualifiers=qualifiers, time=Time(stated, valid))
    if not _words_are_persons(stored, last) and (overlaps or stored.span == last.span):
        merged = replace(merged, **{name: getattr(now, name) for name in _WORDS})
    return mark_corrected(merged) if is_edited(stored, last) else merged


def is_edited(stored: Claim, last: Claim) -> bool:
    """Whether a person has changed what the machine said, or the words that it said it of."""
    return says_otherwise(stored, last) or _words_are_persons(stored, last)


def says_otherwise(one: Claim, other: Claim) -> bool:
    """Whether two versions of a claim differ in more than the place of their words."""
    return any(getattr(one, name) != getattr(other, name) for name in (*_SAID, "qualifiers", "time", "quote"))


def same_words(one: Claim, other: Claim) -> bool:
    """Whether two versions of a claim rest on the same words at the same place."""
    return all(getattr(one, name) == getattr(other, name) for name in _WORDS)


def move_words(claim: Claim, here: Claim) -> Claim:
    """The claim with the quote, place and cues of its version that stands in the text as it is now."""
    return replace(claim, **{name: getattr(here, name) for name in _WORDS})


def _words_are_persons(stored: Claim, last: Claim) -> bool:
    """Another quote, or another context or cue of a quote that has not moved."""
    if stored.quote != last.quote:
        return True
    context = any(getattr(stored, name) != getattr(last, name) for name in ("before", "after", "cues"))
    return stored.span == last.span and context


def _pick(stored: Any, last: Any, now: Any) -> Any:
    return stored if stored != last else now


def _pick_keys(
    stored: Mapping[str, str | int], last: Mapping[str, str | int], now: Mapping[str, str | int]
) -> dict[str, str | int]:
    keys = sorted({*stored, *last, *now})
    picked = {key: _pick(stored.get(key), last.get(key), now.get(key)) for key in keys}
    return {key: value for key, value in picked.items() if value is not None}


def mark_corrected(claim: Claim) -> Claim:
    """The claim with the mark that a person has changed it."""
    review = claim.review
    return replace(claim, review=Review("corrected", review.by, review.on, review.because))
