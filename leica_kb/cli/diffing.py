"""The command that compares two states of a base: diff."""

from __future__ import annotations

from typing import Annotated

import typer

from leica_kb.cli.app import app
from leica_kb.cli.options import AsPaper, Json, Root
from leica_kb.cli.output import show, tell
from leica_kb.kb import KnowledgeBase


@app.command(epilog="Example: leica-kb diff HEAD~3")
def diff(
    revisions: Annotated[str, typer.Argument(metavar="REV", help="A git commit, or two as REV..REV.")],
    root: Root = None,
    form: AsPaper = "text",
    json: Json = False,
) -> None:
    """Tell what claims changed since a git commit."""
    from leica_kb.render.changes import difference_blocks

    found = KnowledgeBase(root).diff(revisions)
    tell(*(f"note: {what}" for what in found.unread))
    show(lambda: difference_blocks(found), found, "json" if json else form)
