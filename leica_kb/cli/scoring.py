"""The command that scores claims against a gold file: eval."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leica_kb.cli.app import app
from leica_kb.cli.options import AsPaper, Json, Root
from leica_kb.cli.output import progress_bar, show
from leica_kb.kb import KnowledgeBase


@app.command(name="eval", epilog="Example: leica-kb eval gold.jsonl --json")
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Claims that a careful reader found, one JSON a line.")],
    root: Root = None,
    form: AsPaper = "text",
    json: Json = False,
) -> None:
    """Score the rules and the base against gold claims.

    Two scores that are never mixed: a fresh reading of the articles by the rules alone, and the claims of the base.
    """
    from leica_kb.render.scores import evaluation_blocks

    with progress_bar() as progress:
        found = KnowledgeBase(root).evaluate(gold, progress=progress)
    show(lambda: evaluation_blocks(found), found, "json" if json else form)
