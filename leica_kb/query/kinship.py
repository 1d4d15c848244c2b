"""The question's names against a claim's ends: the same thing, a part or product, what holds it, or only told of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from leica_kb.index.words import stem, stems_of
from leica_kb.query.candidates import Candidate
from leica_kb.query.grammar import ACTORS
from leica_kb.query.linking import Link
from leica_kb.query.reading import Reading

EXACT: Final = 1.0
PART: Final = 0.85
"""The claim is about something inside what the question names."""
WHOLE: Final = 0.8
"""The claim is about the line (or class) that holds what the question names."""
MAKER: Final = 0.7
"""The claim is about a product of the company that the question names."""
SPOKEN: Final = 0.6
"""The one who is named says it."""
QUOTED: Final = 0.5
"""The name stands only in the claim's words."""
TAKEN_APART: Final = 0.45
"""The words of the name stand in the claim one by one, or words that mean the same."""
_PARTIAL: Final = frozenset({"some", "many", "most", "only", "none"})
_LINES: Final = frozenset({"product_line", "company", "alliance"})
_CLASSES: Final = frozenset({"product_class"})


def name_levels(reading: Reading, claim: Candidate, levels: dict[int, float], slots: dict[str, float]) -> None:
    """Note how well the claim accounts for each name of the question, and which of the claim's ends the names fix."""
    for link in reading.links:
        level = _link_level(reading, link, claim, slots)
        levels.update(dict.fromkeys(link.positions, level))
    for link in reading.links:
        if not all(levels[at] for at in link.positions) and not (link == reading.speaker and reading.saying):
            levels.update(dict.fromkeys(link.positions, _told_level(reading, link, claim, slots)))
    _compare_twins(reading, claim, levels, slots)


def _link_level(reading: Reading, link: Link, claim: Candidate, slots: dict[str, float]) -> float:
    """How well the claim accounts for a name; notes which end of the claim it fixes."""
    if link == reading.speaker and (_says(reading, link, claim) or reading.saying):
        return EXACT if _says(reading, link, claim) else 0.0
    ends = {"subject": (claim.subject, claim.subject_type), "object": (claim.object, claim.object_type)}
    found = {
        end: max(_kinship(reading, name, entity, kind, claim) for name in link.entities)
        for end, (entity, kind) in ends.items()
        if entity
    }
    others = [str(claim.qualifiers[name]) for name in ("model", "place") if name in claim.qualifiers]
    beside = max((_kinship(reading, n, o, "", claim) for n in link.entities for o in others), default=0.0)
    best = max(found, key=lambda end: (found[end], slots.get(end, 0.0) == 0.0), default=None)
    if best and found[best] >= beside and found[best] > 0:
        if link not in (reading.target, *reading.offered):
            slots[best] = max(found[best], slots.get(best, 0.0))
        return found[best]
    return beside


def _compare_twins(reading: Reading, claim: Candidate, levels: dict[int, float], slots: Mapping[str, float]) -> None:
    """A claim of how its subject differs is also about the subject's twin, which it need not name."""
    if claim.shape == "entity" or slots.get("subject", 0.0) < PART:
        return
    for link in reading.links:
        if any(claim.subject in reading.kin[name].twins for name in link.entities):
            levels.update({at: max(levels[at], MAKER) for at in link.positions})


def _says(reading: Reading, link: Link, claim: Candidate) -> bool:
    """Whether the claim is the saying of the one who is named, by name, by relay or as the source itself."""
    names = (*link.entities, *(old for name in link.entities for old in reading.kin[name].merged))
    if claim.speaker in link.entities or any(f'"via:{name}"' in claim.data for name in names):
        return True
    named = frozenset(reading.stems[at] for at in link.positions)
    return claim.speaker is None and bool(named) and named <= claim.source_words


def _kinship(reading: Reading, name: str, entity: str, kind: str, claim: Candidate) -> float:
    """How near an end of the claim is to what the question names."""
    kin = reading.kin[name]
    how = kin.parts.get(entity)
    if how == "self":
        return EXACT
    if how is not None:
        return PART if how == "within" else MAKER
    if entity not in kin.wholes:
        return 0.0
    if kind in _CLASSES and kin.type in _CLASSES:
        return WHOLE - 0.2
    return WHOLE if kind in _LINES and claim.qualifiers.get("scope") not in _PARTIAL else 0.0


def _told_level(reading: Reading, link: Link, claim: Candidate, slots: Mapping[str, float]) -> float:
    """A name that is at neither end of the claim: whether its speaker, its words or an open end's name hold it."""
    if claim.speaker in link.entities:
        return SPOKEN
    stems = {reading.stems[at] for at in link.positions}
    if not any(reading.kin[name].type in ACTORS for name in link.entities) and stems <= claim.named:
        return WHOLE
    joined = stem("".join(reading.pieces[at].text for at in sorted(link.positions)))
    if stems <= claim.said or joined in claim.words:
        return QUOTED
    ends = (("subject", claim.subject_name), ("object", claim.object_name))
    return max((QUOTED for end, name in ends if end not in slots and stems <= _stems_of_name(name)), default=0.0)


@lru_cache(maxsize=4096)
def _stems_of_name(name: str) -> frozenset[str]:
    return frozenset(stems_of(name))
