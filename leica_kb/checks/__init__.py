"""Contradictions, witnesses and cross-references: pure functions over claims; each finding proved by readable rules."""

from leica_kb.checks.context import Context, SourceFacts
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
from leica_kb.checks.slots import Slot

__all__ = [
    "CHECKS",
    "NOTES",
    "Context",
    "Slot",
    "SourceFacts",
    "changes_links",
    "check_slot",
    "check_slots",
    "find_findings",
    "predicates_of",
    "subjects_of",
    "touched_slots",
]
