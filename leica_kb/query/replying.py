"""Claims that answer → the reply: grouped by value, with findings, witnesses and a verdict."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from leica_kb.model import Claim
from leica_kb.query.answer import Answer, AnswerGroup, Verdict
from leica_kb.query.hits import Hit
from leica_kb.query.reading import Reading
from leica_kb.query.rows import to_claim
from leica_kb.query.slots import NOT_KNOWN


def reply(connection: sqlite3.Connection, reading: Reading, hits: Sequence[Hit]) -> Answer:
    """The answer that the hits make, the best value first."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(_value(reading, hit), []).append(hit)
    answers = tuple(_group(connection, value, members) for value, members in groups.items())
    verdict = _verdict(hits) if reading.asks.kind == "whether" else None
    text = verdict or answers[0].value
    if verdict and any(hit.contrast for hit in hits):
        text = f"{verdict}: {answers[0].value}"
    return Answer(
        question=reading.text,
        understood=understood(reading),
        answered=True,
        answers=answers,
        verdict=verdict,
        message=text,
    )


def _value(reading: Reading, hit: Hit) -> str:
    claim = hit.match.claim
    denied = claim.polarity == "denied"
    if reading.asks.kind == "whether" and not hit.contrast:
        if hit.slot.value == NOT_KNOWN:
            return hit.slot.value
        return "no" if denied else "yes"
    return f"not {hit.slot.value}" if denied else hit.slot.value


def _verdict(hits: Sequence[Hit]) -> Verdict:
    if any(hit.contrast for hit in hits):
        return "no"
    if all(hit.slot.value == NOT_KNOWN for hit in hits):
        return "not stated"
    polarities = {hit.match.claim.polarity for hit in hits}
    if len(polarities) > 1:
        return "disputed"
    return "no" if polarities == {"denied"} else "yes"


def _group(connection: sqlite3.Connection, value: str, members: Sequence[Hit]) -> AnswerGroup:
    claims = tuple(to_claim(hit.match.claim.data, hit.match.claim.crc) for hit in members)
    return AnswerGroup(value, claims, findings_of(connection, [c.id for c in claims]), count_witnesses(claims))


def findings_of(connection: sqlite3.Connection, claims: Sequence[str]) -> tuple[str, ...]:
    """Ids of the findings that any of the claims is part of, contradictions first."""
    marks = ", ".join("?" * len(claims))
    query = (
        "SELECT DISTINCT f.id, f.severity FROM finding_claim l JOIN finding f ON f.id = l.finding"  # noqa: S608  only marks
        f" WHERE l.claim IN ({marks})"
    )
    order = {"contradiction": 0, "tension": 1}
    rows = sorted(connection.execute(query, list(claims)), key=lambda row: (order.get(row[1], 2), row[0]))
    return tuple(row[0] for row in rows)


def count_witnesses(claims: Iterable[Claim]) -> int:
    """How many independent origins tell it: what is relayed counts as what it was first told to."""
    return len({_witness(claim.source, claim.attribution) for claim in claims})


def _witness(source: str, attribution: Sequence[str]) -> str:
    relays = [name for name in attribution if name.startswith("via:")]
    if relays:
        return relays[0]
    return f"{source} {attribution[0]}" if attribution and attribution[0].startswith("commenter") else source


def understood(reading: Reading) -> Mapping[str, Any]:
    """What was made of the question, for people and programs to check."""
    return {
        "entities": [{"text": reading.words(link.positions), "ids": list(link.entities)} for link in reading.links],
        "predicates": sorted(name for name, asked in reading.asked.items() if asked.needed & reading.content),
        "asks": reading.asks.kind,
        "types": list(reading.asks.types),
        **({"compares": True} if reading.compares else {}),
        **({"ranks": sorted(reading.ranks)} if reading.ranks else {}),
        **({"speaker": list(reading.speaker.entities)} if reading.speaker else {}),
        **({"corrected": dict(reading.corrected)} if reading.corrected else {}),
    }
