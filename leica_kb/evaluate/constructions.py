"""How an extractor does on the construction suite, by construction, the tuned part and the held-out part apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from leica_kb.evaluate.expected import Expected
from leica_kb.evaluate.matching import Matching
from leica_kb.evaluate.ratio import Ratio
from leica_kb.evaluate.suite import Item
from leica_kb.model import Claim

Extract = Callable[[Item], Sequence[Claim]]
"""From an item to the claims that its pack's extractor reads in its text."""


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What an extractor made of one item."""

    item: Item
    found: tuple[tuple[Expected, Claim], ...]
    missed: tuple[Expected, ...]
    junk: tuple[Claim, ...]
    """Claims that are neither expected nor right."""
    others: tuple[Claim, ...]
    """Right claims that were not asked for, and repetitions of expected ones."""


@dataclass(frozen=True, slots=True)
class ConstructionScore:
    """The figures of one construction, or of a whole part of the suite."""

    name: str
    items: int = 0
    found: Ratio = field(default=Ratio(0, 0))
    """Expected claims that were found, by subject, predicate, object, polarity and rank."""
    exact: Ratio = field(default=Ratio(0, 0))
    """Expected claims that were found with modality, speaker, scope, qualifiers and time right as well."""
    junk: Ratio = field(default=Ratio(0, 0))
    """Of all claims made, those that no reader would take from the text."""
    silence: Ratio = field(default=Ratio(0, 0))
    """Of the items from which nothing may be claimed, those that gave no junk."""

    def to_json(self) -> dict[str, Any]:
        """Every figure with what it was counted from."""
        shares = {"found": self.found, "exact": self.exact, "junk": self.junk, "silence": self.silence}
        counted = {key: [share.part, share.whole] for key, share in shares.items()}
        return {"construction": self.name, "items": self.items, **counted}


@dataclass(frozen=True, slots=True)
class SuiteScore:
    """The whole suite: the tuned part by construction and item, the held-out part in figures only."""

    tuned: tuple[ConstructionScore, ...]
    tuned_total: ConstructionScore
    held_out: tuple[ConstructionScore, ...]
    held_out_total: ConstructionScore
    results: tuple[ItemResult, ...]
    """Of the tuned part: who looks at held-out items holds them out no longer."""

    def to_json(self) -> dict[str, Any]:
        """The figures without the items."""
        return {
            "tuned": self.tuned_total.to_json(),
            "held_out": self.held_out_total.to_json(),
            "constructions": {
                "tuned": [score.to_json() for score in self.tuned],
                "held_out": [score.to_json() for score in self.held_out],
            },
        }


def score_constructions(items: Iterable[Item], extract: Extract, matching: Matching) -> SuiteScore:
    """Run the extractor over every item and count, by construction in the order of the suite."""
    results = tuple(judge_item(item, extract(item), matching) for item in items)
    tuned = tuple(result for result in results if not result.item.held_out)
    held_out = tuple(result for result in results if result.item.held_out)
    return SuiteScore(
        tuned=_by_construction(tuned),
        tuned_total=_total("tuned", tuned),
        held_out=_by_construction(held_out),
        held_out_total=_total("held out", held_out),
        results=tuned,
    )


def judge_item(item: Item, claims: Sequence[Claim], matching: Matching) -> ItemResult:
    """Each expected claim goes with at most one claim made, an exact one if there is one; the rest is right or junk."""
    left = list(claims)
    found: list[tuple[Expected, Claim]] = []
    missed: list[Expected] = []
    for expected in item.claims:
        said = [claim for claim in left if expected.is_said_by(claim, matching)]
        if not said:
            missed.append(expected)
            continue
        best = min(said, key=lambda claim: len(expected.differences(claim)))
        left.remove(best)
        found.append((expected, best))
    right = [claim for claim in left if _is_right(item, claim, matching)]
    junk = [claim for claim in left if not _is_right(item, claim, matching)]
    return ItemResult(item, tuple(found), tuple(missed), tuple(junk), tuple(right))


def _is_right(item: Item, claim: Claim, matching: Matching) -> bool:
    """Whether the claim repeats an expected one, or is one that the item allows."""
    if any(expected.is_said_by(claim, matching) for expected in item.claims):
        return True
    return any(m.is_said_by(claim, matching) and m.is_exactly(claim) for m in item.may)


def _by_construction(results: Sequence[ItemResult]) -> tuple[ConstructionScore, ...]:
    names = dict.fromkeys(result.item.construction for result in results)
    return tuple(_total(name, [r for r in results if r.item.construction == name]) for name in names)


def _total(name: str, results: Sequence[ItemResult]) -> ConstructionScore:
    expected = sum(len(r.item.claims) for r in results)
    made = sum(len(r.found) + len(r.junk) + len(r.others) for r in results)
    return ConstructionScore(
        name,
        len(results),
        found=Ratio(sum(len(r.found) for r in results), expected),
        exact=Ratio(sum(e.is_exactly(c) for r in results for e, c in r.found), expected),
        junk=Ratio(sum(len(r.junk) for r in results), made),
        silence=Ratio.of(not r.junk for r in results if not r.item.claims),
    )
