"""Lint of the dates in claims: each must be one that the base reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leica_kb.checks.faults import Fault, Keys, LintContext, path_of
from leica_kb.lang.edtf import NotEdtfError, parse_edtf
from leica_kb.model import Claim, DateValue

DATED: Final = ("opened", "completes", "closed")
"""Qualifiers that hold a date."""


def check_dates(context: LintContext) -> Iterator[Fault]:
    """Dates that are no EDTF."""
    for file, claim in context.claims():
        for date, keys in _dates(claim):
            try:
                parse_edtf(date)
            except NotEdtfError as error:
                yield Fault("KB406", str(error), path_of(file), claim.id, keys)


def _dates(claim: Claim) -> Iterator[tuple[str, Keys]]:
    if isinstance(claim.object, DateValue):
        yield claim.object.date, ("object", "date")
    if claim.time.stated is not None:
        yield claim.time.stated, ("time", "stated")
    if claim.time.valid is not None:
        yield claim.time.valid, ("time", "valid")
    for name in DATED:
        if name in claim.qualifiers:
            yield str(claim.qualifiers[name]), ("qualifiers", name)
