"""How findings leave the program, and the exit codes that CI asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from leica_kb.cli.output import show, tell, write_json
from leica_kb.model import Finding, Problem

if TYPE_CHECKING:
    from leica_kb.kb import KnowledgeBase
    from leica_kb.kb.answers.lists import FindingList


def show_findings(base: KnowledgeBase, found: FindingList, form: str) -> None:
    """Write findings as text, Markdown, JSON or SARIF."""
    if form == "sarif":
        from leica_kb.render.sarif import findings_to_sarif

        write_json(findings_to_sarif(found, base.verify().proofs))
        return
    from leica_kb.render.findings import finding_list

    show(lambda: finding_list(found), found, form)


def show_reason(base: KnowledgeBase, pair: tuple[str, str], form: str) -> None:
    """Write why two claims are, or are not, set against each other."""
    from leica_kb.render.findings import reason_blocks

    reason = base.why(*pair)
    show(lambda: reason_blocks(reason), reason, form)


def show_precision(base: KnowledgeBase, form: str) -> None:
    """Write how often each kind of finding proved right."""
    from leica_kb.render.rulings import precision_blocks

    precision = base.precision()
    show(lambda: precision_blocks(precision), precision, form)


def exit_on(findings: Sequence[Finding], fail_on: str | None) -> None:
    """Exit 1 where an open finding is as grave as asked, or graver."""
    grave = {"contradiction": {"contradiction"}, "tension": {"contradiction", "tension"}}
    asked = grave.get(fail_on or "", {"contradiction", "tension", "note"} if fail_on else set[str]())
    if any(finding.severity in asked and finding.decision is None for finding in findings):
        raise typer.Exit(1)


def exit_if_incomplete(problems: Sequence[Problem]) -> None:
    """Exit 2 where a file had to be left out, so that nobody takes the run for a whole one."""
    from leica_kb.kb.world.loading import is_incomplete

    if is_incomplete(problems):
        if is_incomplete([problem for problem in problems if problem.kind != "missing-folder"]):
            tell("leica-kb: some files were left out; to see which: leica-kb check")
        raise typer.Exit(2)
