"""Which predicted claim is which gold claim: the rule of a match and the one-to-one assignment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from leica_kb.evaluate.likeness import SameIds, same_entity, same_value
from leica_kb.evaluate.same_ids import SAME_IDS
from leica_kb.model import Claim, EntityValue, Vocabulary

UNSCORED: Final = frozenset({"assessment", "unknown_to_source"})
"""Predicates whose objects are free words that no two readers choose alike."""
LEAST_SHARED: Final = 0.3
"""Part of the shorter quote that both must share."""
LEAST_COVERED: Final = 0.15
"""Part of the gold's quote that the prediction must cover."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What a match depends on besides the two claims."""

    predicates: frozenset[str]
    """Only claims with these are scored."""
    turns: Mapping[str, str]
    """Predicate → the one that says the same the other way round (a symmetric one: itself)."""
    same: SameIds = SAME_IDS

    @classmethod
    def of(cls, vocabulary: Vocabulary, same: SameIds = SAME_IDS) -> Matching:
        """The matching that a pack's predicates ask for."""
        turns: dict[str, str] = {}
        for predicate in vocabulary.predicates.values():
            if predicate.symmetric:
                turns[predicate.id] = predicate.id
            elif predicate.inverse:
                turns[predicate.id] = predicate.inverse
                turns[predicate.inverse] = predicate.id
        return cls(frozenset(vocabulary.predicates) - UNSCORED, turns, same)

    def readings(self, claim: Claim) -> tuple[Claim, ...]:
        """The claim, and the same the other way round where its predicate can be turned."""
        other = self.turns.get(claim.predicate)
        if other is None or not isinstance(claim.object, EntityValue):
            return (claim,)
        turned = replace(claim, predicate=other, subject=claim.object.entity, object=EntityValue(claim.subject))
        return (claim, turned)


def grade(gold: Claim, predicted: Claim, matching: Matching) -> float:
    """0 where the pair is no match, else how good a match it is."""
    if gold.polarity != predicted.polarity or not _stands_there(gold, predicted):
        return 0.0
    if gold.predicate == "market_rank" and _rank(gold) != _rank(predicted):
        return 0.0
    if any(_says_the_same(gold, reading, matching.same) for reading in matching.readings(predicted)):
        return 1.0 + _overlap(gold, predicted) + 0.1 * (gold.modality == predicted.modality)
    return 0.0


def assign(gold: Sequence[Claim], predicted: Sequence[Claim], matching: Matching) -> Mapping[int, int]:
    """Index of each matched gold claim → index of its prediction: one to one, best pairs first, then by position."""
    at: dict[str, list[int]] = defaultdict(list)
    for j, claim in enumerate(predicted):
        at[claim.source].append(j)
    graded = [(grade(g, predicted[j], matching), i, j) for i, g in enumerate(gold) for j in at[g.source]]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(graded, key=lambda edge: (-edge[0], edge[1], edge[2])):
        if score and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def shared(left: Claim, right: Claim) -> int:
    """How many code points two quotes share; negative is the distance between them."""
    return min(left.end, right.end) - max(left.start, right.start)


def length(claim: Claim) -> int:
    """Code points of the quote; a foreign file may have them turned round, which is no quote at all."""
    return max(0, claim.end - claim.start)


def _overlap(gold: Claim, predicted: Claim) -> float:
    return shared(gold, predicted) / max(1, min(length(gold), length(predicted)))


def _stands_there(gold: Claim, predicted: Claim) -> bool:
    """Whether the predicted quote lies on the gold's and is not much longer."""
    return (
        _overlap(gold, predicted) >= LEAST_SHARED
        and shared(gold, predicted) >= LEAST_COVERED * length(gold)
        and length(predicted) <= 2 * length(gold) + 80
    )


def _says_the_same(gold: Claim, predicted: Claim, same: SameIds) -> bool:
    return (
        gold.predicate == predicted.predicate
        and same_entity(gold.subject, predicted.subject, same)
        and same_value(gold.object, predicted.object, same)
    )


def _rank(claim: Claim) -> str:
    return str(claim.qualifiers.get("rank"))
