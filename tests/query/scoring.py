"""The own question set scored by the rule in its head, and the seeds' claims as an index's content."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from leica_kb.index import IndexContent, SourceContent
from leica_kb.model import Claim, EntityValue, Metadata
from leica_kb.packs import load_packs
from leica_kb.query import Answer, ask

DATA: Final = Path(__file__).parent.parent / "data"
PUBLISHED: Final = {
    "000": Metadata(title="Leica is Developing Its Own Image Sensors Again", publisher="PetaPixel"),
    "001": Metadata(title="Interview with Dr. Andreas Kaufman", publisher="Leica Rumors", retells=("focus-numerique",)),
    "002": Metadata(title="The Leica Manufacturing Process", author="Leica Internet Team"),
    "003": Metadata(title="The Leica Panasonic relationship"),
}


@dataclass
class Tally:
    """What came out for one part of the set."""

    answerable: int = 0
    unanswerable: int = 0
    right: int = 0
    refused: int = 0
    wrongly_refused: int = 0
    missed: list[str] = field(default_factory=list)


def seeds_claims() -> Iterator[Claim]:
    for name in ("seeds-gold.jsonl", "more-claims.jsonl"):
        for line in (DATA / name).read_text("utf-8").splitlines():
            data = json.loads(line)
            yield Claim.from_json({**data, "time": {k: v for k, v in data["time"].items() if v}})


def seeds_content() -> IndexContent:
    pack, problems = load_packs(["leica"])
    assert not problems
    by_source: dict[str, list[Claim]] = {}
    for claim in seeds_claims():
        by_source.setdefault(claim.source, []).append(claim)
    sources = tuple(
        SourceContent(name, name, claims=tuple(claims), metadata=PUBLISHED[name[:3]])
        for name, claims in sorted(by_source.items())
    )
    return IndexContent(sources, pack.vocabulary, pack.questions)


def read_questions(path: Path) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    return found


def score_questions(connection: sqlite3.Connection, questions: Iterable[Mapping[str, Any]]) -> dict[str, Tally]:
    tallies = {"tuned": Tally(), "held out": Tally()}
    for question in questions:
        tally = tallies["held out" if question.get("held_out") else "tuned"]
        answer = ask(connection, question["question"])
        count(tally, question, answer)
    return {name: tally for name, tally in tallies.items() if tally.answerable + tally.unanswerable}


def count(tally: Tally, question: Mapping[str, Any], answer: Answer) -> None:
    if question["answerable"]:
        good = is_right(question, answer)
        tally.answerable += 1
        tally.right += good
        tally.wrongly_refused += not answer.answered
    else:
        good = not answer.answered
        tally.unanswerable += 1
        tally.refused += good
    if not good:
        tally.missed.append(question["question"])


def is_right(question: Mapping[str, Any], answer: Answer) -> bool:
    claims = [claim for group in answer.answers for claim in group.claims]
    if not answer.answered or not claims:
        return False
    met = [any(overlaps(claim, span) for span in question["evidence"]) for claim in claims]
    first = claims[0].object
    wanted = question.get("object")
    fits = wanted is None or (isinstance(first, EntityValue) and first.entity == wanted)
    return fits and met[0] and 2 * sum(met) >= len(met)


def overlaps(claim: Claim, span: Mapping[str, Any]) -> bool:
    return bool(claim.source == span["source"] and claim.start < span["end"] and span["start"] < claim.end)
