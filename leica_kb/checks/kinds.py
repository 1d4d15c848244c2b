"""The checks in the order in which they are asked; the first that fires names the finding's kind."""

from __future__ import annotations

from typing import Final

from leica_kb.checks import derived, self_contradiction
from leica_kb.checks.clash import Check, Clash
from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading

CHECKS: Final[tuple[Check, ...]] = (
    self_contradiction.check,
    derived.check,
    *self_contradiction.CLASHES,
)
NOTES: Final = (
    "succession",
    "prediction",
    "modality",
    "scope",
    "place-inside-place",
    "identity",
    "retelling",
    "opinion",
)
"""Kinds of what a gate explains; listed under ``--all``, never loud."""


def clash_of(left: Reading, right: Reading, context: Context, *, one_speaker: bool = True) -> Clash | None:
    """The first clash between two sayings of one slot; without ``one_speaker`` nobody is held to their own words."""
    for check in CHECKS if one_speaker else CHECKS[1:]:
        if (clash := check(left, right, context)) is not None:
            return clash
    return None
