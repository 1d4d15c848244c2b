"""Readings → claims: the words that prove each, its value in canonical form, and each claim once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.extract.factuality.attribution import Voices
from leica_kb.extract.factuality.stance import Stance
from leica_kb.extract.factuality.validity import valid_time
from leica_kb.extract.phrases.nominal import core_span
from leica_kb.extract.statements.filling import Filler, Filling
from leica_kb.extract.statements.mapping import Statement
from leica_kb.model import Claim, Document, EntityValue, Span, TextValue, Time

RULES_VERSION: Final = "9"
"""Raised when a change of the rules changes what is proposed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One statement with everything settled, before it becomes a claim; the benchmarks and ``--explain`` read it."""

    statement: Statement
    stance: Stance
    subject: Filler | None
    object: Filler | None
    sentence: Span
    refusal: str | None = None


def claim_of(reading: Reading, voices: Voices, block: int, document: Document, filling: Filling) -> Claim | None:
    """The claim that a reading makes; None for one that is refused or has nothing on a side."""
    if reading.refusal or reading.subject is None or reading.object is None or reading.subject.entity is None:
        return None
    value = reading.object.as_value()
    if value is None:
        return None
    statement, stance = reading.statement, reading.stance
    voice = voices.of_frame(statement.frame, block)
    span = _evidence(statement, stance, document.text)
    held = valid_time(statement, filling)
    cues = {
        **stance.cues,
        **({"attribution": voice.cue} if voice.cue else {}),
        **({"time": (held[1],)} if held else {}),
    }
    qualifiers = {**statement.qualifiers, **({"scope": stance.scope} if stance.scope else {})}
    subject, predicate, turned = reading.subject.entity, statement.predicate, value
    if predicate.symmetric and isinstance(value, EntityValue) and value.entity < subject:
        subject, turned = value.entity, EntityValue(subject)
    if isinstance(value, TextValue):
        turned = TextValue(_canonical(value.text, predicate.values))
    return Claim(
        id="",
        source=document.id,
        subject=subject,
        predicate=predicate.id,
        object=turned,
        quote=span.of(document.text),
        start=span.start,
        end=span.end,
        qualifiers=qualifiers,
        polarity=stance.polarity,
        modality=stance.modality,
        attribution=voice.chain,
        time=Time(stated=document.metadata.published, valid=held[0] if held else None),
        cues=cues,
        origin=f"rules/{RULES_VERSION} {statement.rule.id}",
    )


def _canonical(text: str, values: Mapping[str, Sequence[str]]) -> str:
    """The pack's canonical value that the words mean, else the words."""
    low = text.lower()
    for canonical, wordings in values.items():
        if low == canonical or low in wordings:
            return canonical
    return text


def _evidence(statement: Statement, stance: Stance, text: str) -> Span:
    """The narrowest stretch that holds the trigger, the participants, the trigger's auxiliaries and what denies it."""
    spans = [*statement.spans, *stance.cues.get("polarity", ())]
    fillers = (statement.subject, statement.object)
    spans.extend(core_span(f.node) for f in fillers if f.node is not None and f.how not in ("topic", "title"))
    trigger = statement.frame.trigger
    spans.extend(c.span for c in trigger.children if c.dep in ("aux", "auxpass", "neg", "prt"))
    if statement.frame.kind != "verb":
        spans.append(core_span(trigger))
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    while end < len(text) and text[end] in '”"’)' and text[start:end].count("“") > text[start:end].count("”"):
        end += 1
    return Span(start, end)


def once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each claim once, the one that says most in the fewest words, in order of position."""
    best: dict[str, list[Claim]] = {}
    for claim in claims:
        key = json.dumps(
            [claim.subject, claim.predicate, str(claim.object), claim.polarity, claim.qualifiers.get("rank")]
        )
        found = best.setdefault(key, [])
        same = next((i for i, c in enumerate(found) if c.span.meets(claim.span)), None)
        if same is None:
            found.append(claim)
        elif _is_better(claim, found[same]):
            found[same] = claim
    return tuple(sorted((c for found in best.values() for c in found), key=_place))


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.start, claim.end, claim.predicate, claim.subject, str(claim.object)


def _is_better(claim: Claim, other: Claim) -> bool:
    """Whether a reading says more (qualifiers), or the same in fewer words."""
    return (-len(claim.qualifiers), len(claim.quote)) < (-len(other.qualifiers), len(other.quote))
