"""Verdicts → the measured precision of each kind of finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from leica_kb.kb.answers.rulings import KindPrecision, Precision
from leica_kb.model import Finding
from leica_kb.store import Decision


def measure_precision(findings: Sequence[Finding], decisions: Iterable[Decision]) -> Precision:
    """How people ruled on each kind: every disagreement counts once, however many pairs it has."""
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for ruling in decisions:
        pairs[ruling.kind, ruling.verdict].append(ruling.claims)
    verdicts: dict[str, dict[str, int]] = defaultdict(dict)
    for kind, verdict in sorted(pairs):
        verdicts[kind][verdict] = _disagreements(pairs[kind, verdict])
    waiting = Counter(finding.kind for finding in findings if finding.decision is None)
    return Precision(tuple(_row(kind, waiting[kind], verdicts) for kind in sorted({*verdicts, *waiting})))


def _row(kind: str, waiting: int, verdicts: Mapping[str, Mapping[str, int]]) -> KindPrecision:
    return KindPrecision(kind, waiting, verdicts.get(kind, {}))


def _disagreements(pairs: Iterable[tuple[str, str]]) -> int:
    """How many groups pairs fall into when those that share a claim belong together."""
    groups: list[set[str]] = []
    for pair in pairs:
        meeting = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group.isdisjoint(pair)]
        groups.append(set(pair).union(*meeting))
    return len(groups)
