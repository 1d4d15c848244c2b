"""Claims that answer → the reply: grouped by value, with findings, witnesses and a verdict."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from leica_kb.model import Claim
from leica_kb.query.answer import Answer, AnswerGroup, Verdict
from leica_kb.query.hits import Hit
from leica_kb.query.lexicon import Lexicon
from leica_kb.query.reading import Reading
from leica_kb.query.rows import claims_by_ids, to_claim
from leica_kb.query.slots import NOT_KNOWN


def reply(connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading, hits: Sequence[Hit]) -> Answer:
    """The answer that the hits make, the best value first."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(_value(lexicon, reading, hit), []).append(hit)
    answers = _in_order(connection, lexicon, reading, groups)
    verdict = _verdict(lexicon, reading, hits) if reading.asks.kind == "whether" else None
    if verdict in {"yes", "no"} and (against := _against(connection, answers)):
        answers, verdict = (*answers, against), "disputed"
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


def _in_order(
    connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading, groups: Mapping[str, Sequence[Hit]]
) -> tuple[AnswerGroup, ...]:
    """The values, best first; where they follow one another in time or the present is asked for, with their time."""
    answers = {value: _group(connection, value, members) for value, members in groups.items()}
    if (reading.asks.kind in {"whether", "when"} or len(groups) == 1) and not reading.now:
        return tuple(answers.values())
    from leica_kb.query.succession import order_by_time  # only several values pay for it

    order = order_by_time(connection, lexicon, groups)
    told = reading.now or any(standing.superseded for standing in order.values())
    return tuple(
        replace(answers[value], when=standing.when if told else None, superseded=standing.superseded)
        for value, standing in order.items()
    )


def _value(lexicon: Lexicon, reading: Reading, hit: Hit) -> str:
    if reading.asks.kind == "whether" and not hit.contrast and hit.slot.value != NOT_KNOWN:
        from leica_kb.query.polarity import says_yes  # only yes and no pay for it

        return "yes" if says_yes(lexicon, reading, hit) else "no"
    denied = hit.match.claim.polarity == "denied" and not hit.slot.whole
    return f"not {hit.slot.value}" if denied else hit.slot.value


def _verdict(lexicon: Lexicon, reading: Reading, hits: Sequence[Hit]) -> Verdict:
    from leica_kb.query.polarity import find_verdict  # only yes and no pay for it

    return find_verdict(lexicon, reading, hits)


def _against(connection: sqlite3.Connection, answers: Sequence[AnswerGroup]) -> AnswerGroup | None:
    """The claims that an open contradiction sets against those of a plain yes or no."""
    own = {claim.id for group in answers for claim in group.claims}
    marks = ", ".join("?" * len(own))
    query = (
        "SELECT DISTINCT o.claim FROM finding_claim l JOIN finding f ON f.id = l.finding"  # noqa: S608  only marks
        " JOIN finding_claim o ON o.finding = f.id AND o.side <> l.side"
        f" WHERE l.claim IN ({marks}) AND f.severity = 'contradiction' AND f.decision IS NULL ORDER BY o.claim"
    )
    others = [name for (name,) in connection.execute(query, sorted(own)) if name not in own]
    claims = claims_by_ids(connection, others)
    if not claims:
        return None
    value = "no" if answers[0].value == "yes" else "yes"
    return AnswerGroup(value, claims, findings_of(connection, others), count_witnesses(connection, claims))


def _group(connection: sqlite3.Connection, value: str, members: Sequence[Hit]) -> AnswerGroup:
    claims = tuple(to_claim(hit.match.claim.data, hit.match.claim.crc) for hit in members)
    return AnswerGroup(
        value, claims, findings_of(connection, [c.id for c in claims]), count_witnesses(connection, claims)
    )


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


def count_witnesses(connection: sqlite3.Connection, claims: Sequence[Claim]) -> int:
    """How many independent origins tell it: what a sidecar says is retold, else the first relay, else the source's."""
    sources = sorted({claim.source for claim in claims})
    marks = ", ".join("?" * len(sources))
    query = f"SELECT source, name, retells FROM witness WHERE source IN ({marks})"  # noqa: S608  only marks
    known = {source: (name, bool(retells)) for source, name, retells in connection.execute(query, sources)}
    return len({_witness(claim, *known.get(claim.source, (f"source {claim.source}", False))) for claim in claims})


def _witness(claim: Claim, name: str, retells: bool) -> str:
    relay = next((told for told in claim.attribution if told.startswith("via:")), None)
    return f"told by {relay.removeprefix('via:')}" if relay and not retells else name


def understood(reading: Reading) -> Mapping[str, Any]:
    """What was made of the question, for people and programs to check."""
    return {
        "entities": [{"text": reading.words(link.positions), "ids": list(link.entities)} for link in reading.links],
        "predicates": sorted(name for name, asked in reading.asked.items() if asked.needed & reading.content),
        "asks": reading.asks.kind,
        "types": list(reading.asks.types),
        **({"compares": True} if reading.compares else {}),
        **({"ranks": sorted(reading.ranks)} if reading.ranks else {}),
        **({"now": True} if reading.now else {}),
        **({"several": True} if reading.asks.several else {}),
        **({"silent": [reading.words(link.positions) for link in reading.silent]} if reading.silent else {}),
        **({"speaker": list(reading.speaker.entities)} if reading.speaker else {}),
        **({"corrected": dict(reading.corrected)} if reading.corrected else {}),
    }
