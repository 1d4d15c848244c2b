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
from leica_kb.evaluate.page import NoMarkersError, update_page
from leica_kb.evaluate.passages import load_passages, load_predictions, score_passages
from leica_kb.evaluate.ratio import Ratio
from leica_kb.evaluate.scoring import ClaimScore, Share, score_claims
from leica_kb.evaluate.suite import Item, load_constructions
from leica_kb.evaluate.tables import claims_table, properties_table, shares_table, suite_table

__all__ = [
    "ClaimScore",
    "ConstructionScore",
    "Expected",
    "Extract",
    "GoldClaim",
    "Item",
    "ItemResult",
    "Matching",
    "NoMarkersError",
    "Ratio",
    "Share",
    "SuiteScore",
    "claims_table",
    "judge_item",
    "load_constructions",
    "load_gold",
    "load_passages",
    "load_predicted",
    "load_predictions",
    "parse_expected",
    "properties_table",
    "score_claims",
    "score_constructions",
    "score_passages",
    "shares_table",
    "suite_table",
    "update_page",
]
