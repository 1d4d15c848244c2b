"""Properties found in passages against annotated facts: spans of subject and object, overlapping or exact."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leica_kb.errors import InputError
from leica_kb.evaluate.ratio import Ratio, f1
from leica_kb.files import read_file
from leica_kb.model import Span

Place = tuple[str, int]
"""Document id and start of the passage."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A property that holds between two stretches of a passage."""

    property: str
    subject: Span
    object: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """What is annotated of one passage."""

    place: Place
    fold: int
    exhaustive: frozenset[str]
    """Properties of which every fact of the passage is annotated."""
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class PropertyScore:
    """Precision and recall of one property, or of all together."""

    name: str
    precision: Ratio
    recall: Ratio

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return f1(self.precision.value, self.recall.value)


def load_passages(path: Path, properties: Collection[str]) -> tuple[Passage, ...]:
    """The annotated passages of a JSONL file in KnowledgeNet's form, reduced to some properties."""
    return tuple(
        Passage(
            place=(str(data["documentId"]), data["passageStart"]),
            fold=data["fold"],
            exhaustive=frozenset(data["exhaustive"]) & frozenset(properties),
            facts=tuple(fact for f in data["facts"] if (fact := _fact(f)).property in properties),
        )
        for data in _lines(path)
    )


def load_predictions(path: Path) -> Mapping[Place, tuple[Fact, ...]]:
    """The predicted facts of a JSONL file by passage, equal ones once, in the file's order."""
    found: dict[Place, dict[Fact, None]] = {}
    for data in _lines(path):
        found.setdefault((str(data["documentId"]), data["passageStart"]), {})[_fact(data)] = None
    return {place: tuple(facts) for place, facts in found.items()}


def score_passages(
    passages: Iterable[Passage], predicted: Mapping[Place, tuple[Fact, ...]], *, exact: bool = False
) -> tuple[PropertyScore, ...]:
    """Micro precision and recall by property, the total last under ``all``.

    A prediction counts where its property is exhaustively annotated; a fact is hit once. By overlap two spans agree
    when they meet and the predicted one is not longer than twice the other plus 10 characters.
    """
    hits: Counter[str] = Counter()
    made: Counter[str] = Counter()
    facts: Counter[str] = Counter()
    for passage in passages:
        left = list(passage.facts)
        facts.update(fact.property for fact in left)
        for guess in predicted.get(passage.place, ()):
            if guess.property in passage.exhaustive:
                made[guess.property] += 1
                hit = next((fact for fact in left if _agree(guess, fact, exact=exact)), None)
                if hit is not None:
                    left.remove(hit)
                    hits[guess.property] += 1
    rows = [(name, hits[name], made[name], facts[name]) for name in sorted({*made, *facts})]
    rows.append(("all", hits.total(), made.total(), facts.total()))
    return tuple(PropertyScore(name, Ratio(hit, n), Ratio(hit, total)) for name, hit, n, total in rows)


def _agree(guess: Fact, fact: Fact, *, exact: bool) -> bool:
    pairs = ((guess.subject, fact.subject), (guess.object, fact.object))
    return guess.property == fact.property and all(_meet(a, b, exact=exact) for a, b in pairs)


def _meet(guess: Span, fact: Span, *, exact: bool) -> bool:
    return guess == fact if exact else guess.meets(fact) and len(guess) <= 2 * len(fact) + 10


def _fact(data: Mapping[str, Any]) -> Fact:
    return Fact(data["property"], Span(*data["s"]), Span(*data["o"]))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(read_file(path, 200_000_000).decode("utf-8").split("\n"), start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise InputError(path, f"not JSON: {error.msg}", number) from error
