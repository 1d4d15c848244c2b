"""Self-contradiction: one speaker, two sayings at one time that cannot both hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from leica_kb.checks import date, exclusive, number, polarity, rank, universal, value
from leica_kb.checks.clash import Check, Clash
from leica_kb.checks.context import Context
from leica_kb.checks.reading import Reading
from leica_kb.lang.edtf import is_edtf, parse_edtf

CLASHES: Final[tuple[Check, ...]] = (
    rank.check,
    date.check,
    number.check,
    universal.check,
    polarity.check,
    exclusive.check,
    value.check,
)


def check(left: Reading, right: Reading, context: Context) -> Clash | None:
    """The first clash of any other kind between two sayings of one speaker at one time."""
    if left.because or right.because or left.speaker != right.speaker or not said_at_one_time(left, right):
        return None
    for one in CLASHES:
        clash = one(left, right, context)
        if clash is not None:
            aspect = f"{clash.kind} {clash.aspect}".strip()
            return replace(clash, kind="self-contradiction", rule=f"self-contradiction by {clash.rule}", aspect=aspect)
    return None


def said_at_one_time(left: Reading, right: Reading) -> bool:
    """Whether one article, or two that surely speak of the same days, hold both sayings."""
    if left.claim.source == right.claim.source:
        return True
    if not (left.stated and right.stated and is_edtf(left.stated) and is_edtf(right.stated)):
        return False
    return parse_edtf(left.stated).meets(parse_edtf(right.stated))
