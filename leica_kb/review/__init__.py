"""The curation workflow: which claims a person should look at first, what a verdict makes of one, lists of verdicts."""

from leica_kb.review.precision import RulePrecision, measure_rules, rule_of
from leica_kb.review.queue import REASONS, Reason, Waiting, line_up
from leica_kb.review.verdicts import (
    STATES,
    VERDICTS,
    ClaimVerdict,
    Verdict,
    VerdictError,
    check_verdict,
    rule_on,
    tidy_reason,
)

__all__ = [
    "REASONS",
    "STATES",
    "VERDICTS",
    "ClaimVerdict",
    "Reason",
    "RulePrecision",
    "Verdict",
    "VerdictError",
    "Waiting",
    "check_verdict",
    "line_up",
    "measure_rules",
    "rule_of",
    "rule_on",
    "tidy_reason",
]
