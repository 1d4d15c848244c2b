"""Contradictions, witnesses and cross-references: pure functions over claims; each finding proved by readable rules."""

from leica_kb.checks.book import Book
from leica_kb.checks.context import Context, SourceFacts
from leica_kb.checks.copies import Copy, near_copies, shared_passages, shingles
from leica_kb.checks.crossref import Row, Saying, cross_reference, in_time_order
from leica_kb.checks.decisions import JudgedPair, apply_decisions, gone_pairs, judged_pairs, pair_digest
from leica_kb.checks.doubles import join_doubles
from leica_kb.checks.explain import Verdict, explain_pair
from leica_kb.checks.faults import CODES, Fault, LintContext
from leica_kb.checks.faults import NOTES as LINT_NOTES
from leica_kb.checks.findings import (
    changes_links,
    check_slot,
    check_slots,
    find_findings,
    predicates_of,
    subjects_of,
    touched_slots,
)
from leica_kb.checks.kinds import CHECKS, NOTES
from leica_kb.checks.lint import LINTS, find_faults
from leica_kb.checks.ranking import sort_findings
from leica_kb.checks.slots import Slot
from leica_kb.checks.witness import count_witnesses, witness_groups, witness_of, witnesses_of

__all__ = [
    "CHECKS",
    "CODES",
    "LINTS",
    "LINT_NOTES",
    "NOTES",
    "Book",
    "Context",
    "Copy",
    "Fault",
    "JudgedPair",
    "LintContext",
    "Row",
    "Saying",
    "Slot",
    "SourceFacts",
    "Verdict",
    "apply_decisions",
    "changes_links",
    "check_slot",
    "check_slots",
    "count_witnesses",
    "cross_reference",
    "explain_pair",
    "find_faults",
    "find_findings",
    "gone_pairs",
    "in_time_order",
    "join_doubles",
    "judged_pairs",
    "near_copies",
    "pair_digest",
    "predicates_of",
    "shared_passages",
    "shingles",
    "sort_findings",
    "subjects_of",
    "touched_slots",
    "witness_groups",
    "witness_of",
    "witnesses_of",
]
