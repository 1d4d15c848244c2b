"""What a suite item expects of a claim: a pattern in which a field may be left open or have several right answers."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from leica_kb.evaluate.likeness import same_entity, same_text, same_value, years
from leica_kb.evaluate.matching import Matching
from leica_kb.model import Claim, EntityValue, TextValue, Value, value_from_json
from leica_kb.model.claim import POLARITIES

FIELDS = frozenset("subject predicate object polarity modality scope attribution via qualifiers valid".split())
"""The keys that a pattern may have."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A claim as the suite writes it; an empty tuple leaves the field open."""

    subject: tuple[str, ...] = ()
    predicate: str = ""
    object: tuple[Value, ...] = ()
    polarity: tuple[str, ...] = ("affirmed",)
    modality: tuple[str, ...] = ()
    speaker: tuple[str, ...] | None = None
    """Patterns of the first of the attribution; empty is the source's own voice, None leaves it open."""
    via: str = ""
    scope: tuple[str, ...] = ()
    qualifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    valid: str = ""

    def is_said_by(self, claim: Claim, matching: Matching) -> bool:
        """Whether subject, predicate, object, polarity and rank agree, read either way round."""
        return claim.polarity in self.polarity and any(self._fits(reading) for reading in matching.readings(claim))

    def _fits(self, claim: Claim) -> bool:
        return (
            self.predicate in ("", claim.predicate)
            and (not self.subject or any(same_entity(s, _plain(claim.subject)) for s in self.subject))
            and (not self.object or any(same_value(o, _plain_value(claim.object)) for o in self.object))
            and ("rank" not in self.qualifiers or str(claim.qualifiers.get("rank")) in self.qualifiers["rank"])
        )

    def is_exactly(self, claim: Claim) -> bool:
        """Whether a claim that says it has the modality, speaker, relay, scope, qualifiers and time as well."""
        return not self.differences(claim)

    def differences(self, claim: Claim) -> tuple[str, ...]:
        """The fields in which a claim that says it is wrong."""
        outcomes = {
            "modality": not self.modality or claim.modality in self.modality,
            "attribution": self.speaker is None or _is_speaker(self.speaker, claim),
            "via": not self.via or any(same_entity(f"via:{self.via}", part) for part in claim.attribution),
            "scope": not self.scope or claim.qualifiers.get("scope") in self.scope,
            "valid": not self.valid or years(claim.time.valid or "") == years(self.valid),
        }
        outcomes.update({key: _has(claim, key, values) for key, values in self.qualifiers.items()})
        return tuple(name for name, right in outcomes.items() if not right)


def parse_expected(data: Mapping[str, Any], *, partial: bool) -> Expected:
    """The pattern that a mapping stands for; raises ValueError with what is wrong.

    In a partial pattern what is absent is open; a full one needs subject, predicate and object, and what else is
    absent has its default: affirmed, asserted, the source's own voice.
    """
    if unknown := sorted(data.keys() - FIELDS):
        raise ValueError(f"unknown field {unknown[0]!r}; known are {', '.join(sorted(FIELDS))}")
    if not partial and (lacking := sorted({"subject", "predicate", "object"} - data.keys())):
        raise ValueError(f"an expected claim needs its {lacking[0]}")
    is_open = partial and "object" not in data
    return Expected(
        subject=_several(data.get("subject")),
        predicate=str(data.get("predicate", "")),
        object=_values(data.get("object")),
        polarity=_several(data.get("polarity")) or (POLARITIES if is_open else ("affirmed",)),
        modality=_several(data.get("modality")) or (() if partial else ("asserted",)),
        speaker=None if partial and "attribution" not in data else _several(data.get("attribution")),
        via=str(data.get("via", "")),
        scope=_several(data.get("scope")),
        qualifiers={key: _several(value) for key, value in (data.get("qualifiers") or {}).items()},
        valid=str(data.get("valid", "")),
    )


def _several(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list) else (str(value),)


def _values(data: Mapping[str, Any] | None) -> tuple[Value, ...]:
    """One value for each way to word it; the only key with several is that of names, texts and dates."""
    if data is None:
        return ()
    for key in ("entity", "text", "date"):
        if key in data:
            return tuple(value_from_json({key: wording}) for wording in _several(data[key]))
    return (value_from_json(data),)


def _is_speaker(patterns: Sequence[str], claim: Claim) -> bool:
    first = claim.attribution[0] if claim.attribution else ""
    if not patterns or not first:
        return not patterns and not first
    return any(fnmatchcase(first, pattern) or same_entity(pattern, _plain(first)) for pattern in patterns)


def _has(claim: Claim, key: str, wanted: Sequence[str]) -> bool:
    found = str(claim.qualifiers.get(key, ""))
    if key in ("opened", "completes", "closed"):
        return any(years(found) == years(value) for value in wanted)
    return any(same_text(value, found) for value in wanted)


def _plain(name: str) -> str:
    """The name without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def _plain_value(value: Value) -> Value:
    match value:
        case EntityValue(entity):
            return EntityValue(_plain(entity))
        case TextValue(text):
            return TextValue(_plain(text))
    return value
