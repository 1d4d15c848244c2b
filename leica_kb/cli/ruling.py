"""Commands that rule on findings: decide, undo, log."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from leica_kb.cli.app import app
from leica_kb.cli.options import AsTextOrJson, Json, Root
from leica_kb.cli.output import show, tell
from leica_kb.kb import KnowledgeBase

Verdict = Literal["real", "not-a-contradiction", "explained", "undecided"]


@app.command(epilog='Example: leica-kb decide f-069d71653a40 explained --because "by Leica, under licence"')
def decide(
    finding: Annotated[str, typer.Argument(help="Id of a finding.")],
    verdict: Annotated[Verdict, typer.Argument(help="What it is.")],
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="The reason, for those who come later.")],
    root: Root = None,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Rule on a finding; the ruling lasts.

    It is written under claims/decisions/, and opens again where what was judged changes.
    """
    from leica_kb.render.rulings import ruled_blocks

    done = KnowledgeBase(root).decide(finding, verdict, because)
    show(lambda: ruled_blocks(done), done, "json" if json else form)


@app.command(epilog="Example: leica-kb undo")
def undo(
    finding: Annotated[str | None, typer.Argument(help="Id of a finding; default: the last ruling.")] = None,
    root: Root = None,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Take back the last ruling, or the last on a finding."""
    from leica_kb.render.rulings import ruled_blocks

    done = KnowledgeBase(root).undo(finding)
    show(lambda: ruled_blocks(done), done, "json" if json else form)


@app.command(epilog="Example: leica-kb log")
def log(
    finding: Annotated[str | None, typer.Argument(help="Id of a finding; default: everything.")] = None,
    root: Root = None,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Show who ruled what, when and why, oldest first."""
    from leica_kb.render.rulings import history_blocks

    found = KnowledgeBase(root).log(finding)
    tell(*(str(problem) for problem in found.problems))
    show(lambda: history_blocks(found), found, "json" if json else form)
