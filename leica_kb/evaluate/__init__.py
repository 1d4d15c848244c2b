"""How good the extraction is: predicted claims against gold, and by construction against a suite of sentences."""

from leica_kb.evaluate.constructions import (
    ConstructionScore,
    Extract,
    ItemResult,
    SuiteScore,
    judge_item,
    score_constructions,
)
from leica_kb.evaluate.expected import Expected, parse_expected
from leica_kb.evaluate.gold import GoldClaim, load_gold, load_predicted
from leica_kb.evaluate.matching import Matching
from leica_kb.evaluate.ratio import Ratio
from leica_kb.evaluate.scoring import ClaimScore, Share, score_claims
from leica_kb.evaluate.suite import Item, load_constructions

__all__ = [
    "ClaimScore",
    "ConstructionScore",
    "Expected",
    "Extract",
    "GoldClaim",
    "Item",
    "ItemResult",
    "Matching",
    "Ratio",
    "Share",
    "SuiteScore",
    "judge_item",
    "load_constructions",
    "load_gold",
    "load_predicted",
    "parse_expected",
    "score_claims",
    "score_constructions",
]
