"""The report on a screen or a page: sources, disagreements, claims by topic, provenance, problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leica_kb.render.blocks import Block, Heading, say
from leica_kb.render.claims import topic_blocks
from leica_kb.render.findings import finding_list
from leica_kb.render.linting import problem_list
from leica_kb.render.lists import source_notes, source_table
from leica_kb.render.proofs import proof_list
from leica_kb.render.words import count

if TYPE_CHECKING:
    from leica_kb.kb.answers.lists import Report


def report_blocks(report: Report) -> Iterator[Block]:
    """The whole base at a glance."""
    yield Heading("What the articles say", 1)
    sizes = (
        count(len(report.sources), "article"),
        count(len(report.claims), "claim"),
        count(len(report.findings.findings), "disagreement"),
    )
    yield say(f"{', '.join(sizes)}; leica-kb show ID tells more of anything named here.")
    yield Heading("Sources")
    yield source_table(report.sources)
    yield from source_notes(report.sources, report.names)
    yield Heading("Claims")
    yield from topic_blocks(report.claims, report.names)
    yield Heading("Contradictions")
    yield from finding_list(report.findings)
    yield Heading("Provenance")
    yield from proof_list(report.verification)
    if report.problems:
        yield Heading("Problems")
        yield from problem_list(report.problems, len(report.problems))
