"""Lint of a base: every check of claims and files that reads no text anew, each one function in one tuple."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from leica_kb.checks import lint_base, lint_dates, lint_words
from leica_kb.checks.faults import Fault, LintContext

Lint = Callable[[LintContext], Iterator[Fault]]
LINTS: Final[tuple[Lint, ...]] = (
    lint_words.check_predicates,
    lint_words.check_qualifiers,
    lint_words.check_names,
    lint_words.check_types,
    lint_dates.check_dates,
    lint_base.check_repetitions,
    lint_base.check_articles,
    lint_base.check_retold,
    lint_base.check_rulings,
    lint_base.check_old_texts,
    lint_base.check_aliases,
)


def find_faults(context: LintContext) -> tuple[Fault, ...]:
    """Everything that is wrong, in the order of the checks."""
    return tuple(fault for check in LINTS for fault in check(context))
