"""A question's answer on a screen: the value first, then the evidence, the disagreement and the caveats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leica_kb.lang.clauses import claim_in_words, clause_of
from leica_kb.render.blocks import Block, Piece, Style, say
from leica_kb.render.claims import caveats, quoted
from leica_kb.render.words import SEVERITY_STYLES, count, published_in_words

if TYPE_CHECKING:
    from leica_kb.kb.answers.told import Told
    from leica_kb.model import Finding
    from leica_kb.query import Answer, AnswerGroup

_SHOWN = 3
"""Quotes shown for one value; the rest are counted."""


def answer_blocks(told: Told) -> Iterator[Block]:
    """The answer, or the honest no with what lies nearest."""
    answer = told.answer
    if not answer.answered:
        yield from _silence(told)
        return
    if answer.verdict and [group.value for group in answer.answers] != [answer.verdict]:
        yield say(Piece(_verdict(answer), "strong"))
    elif answer.understood.get("asks") == "how_many" and len(answer.answers) > 1:
        yield say(Piece(f"{len(answer.answers)} are named", "strong"))
    for group in answer.answers:
        yield from _group(group, told)
    for name in answer.understood.get("silent", ()):
        yield say(Piece(f"{name}: not stated", "strong"))
    for finding in told.findings:
        yield from finding_line(finding)
    yield from caveats([claim for group in answer.answers for claim in group.claims], told.names)


def _verdict(answer: Answer) -> str:
    """Yes, no or not stated; where it is disputed, how many claims stand on either side."""
    if answer.verdict != "disputed":
        return str(answer.verdict).capitalize()
    counts = {group.value: len(group.claims) for group in answer.answers}
    verb = "says" if counts.get("yes") == 1 else "say"
    return f"Disputed: {count(counts.get('yes', 0), 'claim')} {verb} yes, {counts.get('no', 0)} no"


def _group(group: AnswerGroup, told: Told) -> Iterator[Block]:
    witnesses = f"  ({group.witnesses} independent witnesses)" if group.witnesses > 1 else ""
    style: Style = "quiet" if group.superseded else "strong"
    yield say(Piece(_value(group, told), style), Piece(_time(group), "quiet"), Piece(witnesses, "quiet"))
    places = {(claim.source, claim.quote, claim.attribution): claim for claim in reversed(group.claims)}
    claims = [claim for claim in group.claims if claim in places.values()]
    for claim in claims[:_SHOWN]:
        yield quoted(claim, told.names)
    rest = claims[_SHOWN:]
    if rest:
        yield say(Piece(f"and {len(rest)} more: {', '.join(claim.id for claim in rest)}", "quiet"), indent=2)


def _time(group: AnswerGroup) -> str:
    """When the value is last told to hold: only where values follow one another or the present is asked for."""
    if not group.when and not group.superseded:
        return ""
    return f"  ({'formerly, ' if group.superseded else ''}{published_in_words(group.when)})"


def _value(group: AnswerGroup, told: Told) -> str:
    """The value as a heading: yes and no with a capital, a whole statement as a sentence."""
    verdict = told.answer.verdict
    if verdict and group.value in {"yes", "no"}:
        return f"{group.value.capitalize()}: {clause_of(group.claims[0], told.names)}"
    if verdict and group.value != verdict:
        return claim_in_words(group.claims[0], told.names)
    if told.answer.understood.get("compares"):
        subjects = dict.fromkeys(told.names.name_of(claim.subject) for claim in group.claims)
        return f"{', '.join(subjects)}: {group.value}"
    return claim_in_words(group.claims[0], told.names) if " — " in group.value else group.value


def finding_line(finding: Finding) -> Iterator[Block]:
    """One line that tells of a disagreement."""
    head = Piece(f"{finding.severity} {finding.id} ", SEVERITY_STYLES[finding.severity])
    ruled = f" Ruled: {finding.decision}." if finding.decision else ""
    opened = f" Open again because: {'; '.join(finding.reopened)}." if finding.reopened else ""
    yield say(head, f"{finding.explanation}{ruled}{opened}", indent=2)


def _silence(told: Told) -> Iterator[Block]:
    message = told.answer.message
    stated = f"{told.answer.verdict.capitalize()}. " if told.answer.verdict else ""
    yield say(Piece(stated + message[:1].upper() + message[1:] + ("" if message.endswith(".") else "."), "strong"))
    if understood := told.answer.understood.get("as"):
        yield say(Piece(f"Understood: {understood}", "quiet"))
    if told.answer.nearest:
        yield say(Piece("Near, but no answer:", "quiet"))
    for claim in told.answer.nearest:
        yield say(claim_in_words(claim, told.names), indent=2)
        yield quoted(claim, told.names, indent=4)
    yield from caveats(told.answer.nearest, told.names)
