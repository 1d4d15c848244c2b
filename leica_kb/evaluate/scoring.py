"""Predicted claims against gold claims: precision, recall, attribution, modality, quote length and junk."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leica_kb.evaluate.gold import GoldClaim
from leica_kb.evaluate.likeness import slug
from leica_kb.evaluate.matching import Matching, assign, length, shared
from leica_kb.evaluate.ratio import Ratio, f1
from leica_kb.model import Claim

By = Literal["predicate", "source", "topic"]


@dataclass(frozen=True, slots=True)
class Share:
    """Precision and recall of one predicate, source or topic."""

    name: str
    precision: Ratio
    recall: Ratio


@dataclass(frozen=True, slots=True)
class ClaimScore:
    """How well predictions meet the gold, with the claims behind the figures."""

    precision: Ratio
    """Predictions matched to a gold claim of any tier, of all predictions in the gold's sources."""
    recall: Ratio
    """Matched gold claims of the core, of all of the core."""
    attribution: Ratio
    """Matched pairs with the same first speaker."""
    modality_recall: Ratio
    """Of the matched gold claims that are not plainly asserted, those with the right modality."""
    modality_precision: Ratio
    """Of the matched predictions that are not plainly asserted, those with the right modality."""
    quote_length: float
    """Median length of a matched prediction's quote over the gold's; 0 where nothing matched."""
    junk: Ratio
    """Predictions whose quote meets no gold quote at all: claims on words from which a reader takes none."""
    pairs: tuple[tuple[GoldClaim, Claim], ...]
    missed: tuple[GoldClaim, ...]
    """Core claims without a match."""
    false: tuple[Claim, ...]
    """Predictions without a match."""
    topics: Mapping[str, str]
    """Predicate → topic, as the gold has it."""

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return f1(self.precision.value, self.recall.value)

    def by(self, key: By) -> tuple[Share, ...]:
        """Precision and recall for each predicate, source or topic, by name."""
        of_claim = self._namer(key)
        gold = [(of_claim(g.claim), True) for g, _ in self.pairs if g.core]
        gold += [(of_claim(g.claim), False) for g in self.missed]
        predicted = [(of_claim(p), True) for _, p in self.pairs] + [(of_claim(p), False) for p in self.false]
        names = sorted({name for name, _ in (*gold, *predicted)})
        return tuple(
            Share(
                name, Ratio.of(hit for n, hit in predicted if n == name), Ratio.of(hit for n, hit in gold if n == name)
            )
            for name in names
        )

    def _namer(self, key: By) -> Callable[[Claim], str]:
        if key == "source":
            return lambda claim: claim.source
        if key == "predicate":
            return lambda claim: claim.predicate
        return lambda claim: self.topics.get(claim.predicate, "")

    def to_json(self) -> dict[str, Any]:
        """The figures as ``eval --json`` prints them, rounded to four digits."""
        return {
            "gold_core": self.recall.whole,
            "predicted": self.precision.whole,
            "matched": len(self.pairs),
            "precision": round(self.precision.value, 4),
            "recall": round(self.recall.value, 4),
            "f1": round(f1(round(self.precision.value, 4), round(self.recall.value, 4)), 4),
            "attribution": round(self.attribution.value, 4),
            "modality_recall": round(self.modality_recall.value, 4),
            "modality_precision": round(self.modality_precision.value, 4),
            "span": round(self.quote_length, 2),
            "junk": round(self.junk.value, 4),
        }


def score_claims(gold: Sequence[GoldClaim], predicted: Sequence[Claim], matching: Matching) -> ClaimScore:
    """Score predictions in the sources that the gold covers, for the predicates that the matching names."""
    wanted = [g for g in gold if g.claim.predicate in matching.predicates]
    sources = {g.claim.source for g in wanted}
    made = [p for p in predicted if p.predicate in matching.predicates and p.source in sources]
    found = assign([g.claim for g in wanted], made, matching)
    hit = frozenset(found.values())
    pairs = tuple((wanted[i], made[j]) for i, j in found.items())
    return ClaimScore(
        precision=Ratio(len(hit), len(made)),
        recall=Ratio.of(i in found for i, g in enumerate(wanted) if g.core),
        attribution=Ratio.of(first_speaker(g.claim) == first_speaker(p) for g, p in pairs),
        modality_recall=Ratio.of(_same_modality(g, p) for g, p in pairs if g.claim.modality != "asserted"),
        modality_precision=Ratio.of(_same_modality(g, p) for g, p in pairs if p.modality != "asserted"),
        quote_length=_quote_length(pairs),
        junk=Ratio.of(not _meets_any(p, wanted) for p in made),
        pairs=pairs,
        missed=tuple(g for i, g in enumerate(wanted) if g.core and i not in found),
        false=tuple(p for j, p in enumerate(made) if j not in hit),
        topics={g.claim.predicate: g.topic for g in wanted},
    )


def first_speaker(claim: Claim) -> str:
    """Who says it, as an id; every commenter counts as one, the source's own voice is empty."""
    first = claim.attribution[0] if claim.attribution else ""
    return "commenter" if first.startswith("commenter:") else slug(first)


def _same_modality(gold: GoldClaim, predicted: Claim) -> bool:
    return gold.claim.modality == predicted.modality


def _quote_length(pairs: Sequence[tuple[GoldClaim, Claim]]) -> float:
    lengths = [length(p) / max(1, length(g.claim)) for g, p in pairs]
    return statistics.median(lengths) if lengths else 0.0


def _meets_any(claim: Claim, gold: Sequence[GoldClaim]) -> bool:
    return any(g.claim.source == claim.source and shared(g.claim, claim) > 0 for g in gold)
