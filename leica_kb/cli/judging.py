"""How findings leave the program: their forms, and the exit code that CI asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from leica_kb.cli.output import show, write_json
from leica_kb.model import Finding

if TYPE_CHECKING:
    from leica_kb.kb import KnowledgeBase
    from leica_kb.kb.lists import FindingList


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


def exit_on(findings: Sequence[Finding], fail_on: str | None) -> None:
    """Exit 1 where an open finding is as grave as asked, or graver."""
    grave = {"contradiction": {"contradiction"}, "tension": {"contradiction", "tension"}}
    asked = grave.get(fail_on or "", {"contradiction", "tension", "note"} if fail_on else set[str]())
    if any(finding.severity in asked and finding.decision is None for finding in findings):
        raise typer.Exit(1)
