"""The order in which findings are read: severity, independent witnesses, recency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leica_kb.checks.context import Context
from leica_kb.checks.witness import count_witnesses
from leica_kb.lang.edtf import is_edtf, parse_edtf
from leica_kb.model import Claim, Finding
from leica_kb.model.finding import SEVERITIES


def sort_findings(findings: Iterable[Finding], claims: Mapping[str, Claim], context: Context) -> tuple[Finding, ...]:
    """Contradictions before tensions before notes; most witnesses, then latest said, first; ties by id."""

    def order(finding: Finding) -> tuple[int, int, float, str]:
        mine = [claims[i] for i in (*finding.left, *finding.right) if i in claims]
        witnesses = count_witnesses(mine, context) if finding.severity != "note" else 0
        return SEVERITIES.index(finding.severity), -witnesses, -_latest(mine, context), finding.id

    return tuple(sorted(findings, key=order))


def _latest(claims: Iterable[Claim], context: Context) -> float:
    """The middle of the latest known day on which one of them was said; 0 where none is known."""
    dates = (context.stated(claim) for claim in claims)
    return max((parse_edtf(date).middle for date in dates if date and is_edtf(date)), default=0.0)
