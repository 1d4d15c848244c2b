"""The report on a screen or a page: sources, disagreements, claims by topic, provenance, problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leica_kb.render.blocks import Block, Heading, say
from leica_kb.render.claims import topic_blocks
from leica_kb.render.findings import finding_list
from leica_kb.render.lists import problem_list, source_notes, source_table
from leica_kb.render.proofs import proof_list

if TYPE_CHECKING:
    from leica_kb.kb.lists import Report


def report_blocks(report: Report) -> Iterator[Block]:
    """The whole base at a glance."""
    yield Heading("What the articles say", 1)
    loud = len(report.findings.findings)
    yield say(
        f"{len(report.sources)} articles, {len(report.claims)} claims, {loud} disagreements; "
        "leica-kb show ID tells more of anything named here."
    )
    yield Heading("Sources")
    yield source_table(report.sources)
    yield from source_notes(report.sources)
    yield Heading("Claims")
    yield from topic_blocks(report.claims, report.names)
    yield Heading("Contradictions")
    yield from finding_list(report.findings)
    yield Heading("Provenance")
    yield from proof_list(report.verification)
    if report.problems:
        yield Heading("Problems")
        yield from problem_list(report.problems)
