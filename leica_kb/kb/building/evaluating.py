"""Gold claims → two scores that are never mixed: what the rules read by themselves, and what the base holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leica_kb.errors import InputError
from leica_kb.evaluate import ClaimScore, Matching, load_gold, score_claims
from leica_kb.kb.building.extracting import extract_all
from leica_kb.kb.world.loading import load_world

if TYPE_CHECKING:
    from leica_kb.corpus import Limits
    from leica_kb.kb.answers.progress import Progress


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The extractor's score and the base's completeness, by the same gold."""

    rules: ClaimScore
    base: ClaimScore

    def to_json(self) -> dict[str, Any]:
        """The figures as ``eval --json`` prints them."""
        return {"rules": _figures(self.rules), "base": _figures(self.base)}


def _figures(score: ClaimScore) -> dict[str, Any]:
    shares = {
        row.name: {"precision": round(row.precision.value, 4), "recall": round(row.recall.value, 4)}
        for row in score.by("predicate")
    }
    return {**score.to_json(), "by_predicate": shares}


def evaluate(root: Path, limits: Limits, gold: Path, progress: Progress | None = None) -> Evaluation:
    """Score a fresh reading of the articles that the gold covers, and the base's claims, rejected ones left out.

    Raises InputError for a gold file that cannot be read or speaks of no article of this base.
    """
    wanted = load_gold(gold)
    world = load_world(root, limits)
    sources = {claim.claim.source for claim in wanted}
    documents = [world.documents[name] for name in sorted(sources & world.documents.keys())]
    if not documents:
        raise InputError(gold, "its claims are of no article of this base; «source» is an id that `sources` lists")
    read = extract_all(documents, world.pack, progress)
    matching = Matching.of(world.pack.vocabulary)
    held = [c for file in world.files.values() for c in file.claims if c.review.state != "rejected"]
    return Evaluation(
        rules=score_claims(wanted, [claim for found in read.values() for claim in found.claims], matching),
        base=score_claims(wanted, held, matching),
    )
