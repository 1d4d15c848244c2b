"""Findings on a screen: what disagrees, in which words, why it matters and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from leica_kb.lang.clauses import claim_in_words
from leica_kb.model import Claim, Finding
from leica_kb.render.blocks import Block, Panel, Piece, line, say
from leica_kb.render.claims import caveats, quoted
from leica_kb.render.words import SEVERITY_STYLES, count

if TYPE_CHECKING:
    from leica_kb.kb import Names
    from leica_kb.kb.answers.lists import FindingList, Reason

_SHOWN = 3
"""Quotes shown for one side; the rest are counted."""


def finding_list(found: FindingList) -> Iterator[Block]:
    """Every finding with both sides, and a last line that counts what is left out."""
    for finding in found.findings:
        yield finding_panel(finding, found.claims, found.names)
    sides = dict.fromkeys(name for finding in found.findings for name in (*finding.left, *finding.right))
    yield from caveats([found.claims[name] for name in sides if name in found.claims], found.names)
    yield say(Piece(_count(found), "quiet"))


def _count(found: FindingList) -> str:
    loud = sum(finding.severity != "note" for finding in found.findings)
    parts = [count(loud, "finding")]
    if shown := len(found.findings) - loud:
        parts.append(count(shown, "note"))
    if found.notes:
        parts.append(f"{count(found.notes, 'note')} more under --all")
    if found.decided:
        parts.append(f"{found.decided} decided")
    return ", ".join(parts)


def finding_panel(finding: Finding, claims: Mapping[str, Claim], names: Names) -> Panel:
    """One disagreement in a frame."""
    title = line(
        Piece(f"{finding.severity} ", SEVERITY_STYLES[finding.severity]), f"{finding.kind} ", Piece(finding.id, "quiet")
    )
    return Panel(title, tuple(_body(finding, claims, names)), SEVERITY_STYLES[finding.severity])


def _body(finding: Finding, claims: Mapping[str, Claim], names: Names) -> Iterator[Block]:
    yield say(Piece(finding.explanation, "strong"))
    yield from _side(finding.left, finding, claims, names)
    yield say(Piece("against", "quiet"))
    yield from _side(finding.right, finding, claims, names)
    for label, words in (
        ("open again because", "; ".join(finding.reopened)),
        ("softer because", "; ".join(finding.reasons)),
        ("rests on", "; ".join(finding.facts)),
        ("would settle it", finding.settles),
        ("ruled", finding.decision or ""),
    ):
        if words:
            yield say(Piece(f"{label}: ", "quiet"), words)


def _side(ids: tuple[str, ...], finding: Finding, claims: Mapping[str, Claim], names: Names) -> Iterator[Block]:
    passages = {(claims[name].source, claims[name].span): claims[name] for name in reversed(ids) if name in claims}
    known = tuple(reversed(passages.values()))
    for claim in known[:_SHOWN]:
        yield quoted(claim, names, finding.clash.get(claim.id, ()))
    if len(known) > _SHOWN:
        yield say(Piece(f"and {len(known) - _SHOWN} more", "quiet"), indent=2)


def reason_blocks(reason: Reason) -> Iterator[Block]:
    """Why two claims are, or are not, set against each other."""
    for claim in (reason.left, reason.right):
        yield say(claim_in_words(claim, reason.names))
        yield quoted(claim, reason.names)
    verdict = reason.verdict
    if verdict.severity:
        head = Piece(f"{verdict.severity} ({verdict.kind}): ", SEVERITY_STYLES[verdict.severity])
    else:
        head = Piece("nothing to report: ", "good")
    gate = f"stopped at the gate of {verdict.gate}: " if verdict.gate else "no gate stopped it: "
    yield say(head, gate, verdict.reason)
    beside = tuple(reason for reason in verdict.reasons if reason != verdict.reason)
    for label, words in (("because", beside), ("rests on", verdict.facts)):
        if words:
            yield say(Piece(f"{label}: ", "quiet"), "; ".join(words), indent=2)
