"""Commands that rule on findings and names, and take back what was ruled: decide, undo, log."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from leica_kb.cli.app import app
from leica_kb.cli.completing import complete_ruled
from leica_kb.cli.options import AsTextOrJson, Json, Root
from leica_kb.cli.output import show, tell
from leica_kb.kb import KnowledgeBase

Verdict = Literal["real", "not-a-contradiction", "explained", "undecided", "same", "different", "unsure"]


@app.command(epilog='Example: leica-kb decide f-069d71653a40 explained --because "by Leica, under licence"')
def decide(  # noqa: PLR0913, PLR0917  a command takes each option as a parameter
    things: Annotated[
        list[str],
        typer.Argument(
            metavar="FINDING|NAME NAME",
            help="Id of a finding, or two ids or names.",
            autocompletion=complete_ruled,
        ),
    ],
    verdict: Annotated[Verdict, typer.Argument(help="The last three for names, the others for a finding.")],
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="The reason, for those who come later.")],
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="When the first name gave way to the second.")
    ] = None,
    root: Root = None,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Rule on a finding, or whether two names are one.

    The ruling lasts. It is written under claims/decisions/; one on a finding opens again where what was judged changes.
    """
    from leica_kb.render.rulings import ruled_blocks

    base = KnowledgeBase(root)
    if len(things) > 2:
        raise typer.BadParameter("one finding, or two names (in quotation marks where they hold spaces)")
    if len(things) == 2:
        named = base.decide_names((things[0], things[1]), verdict, because, until)
        show(lambda: ruled_blocks(named), named, "json" if json else form)
    elif until is not None or verdict in {"same", "different", "unsure"}:
        raise typer.BadParameter("same, different, unsure and --until go with two names: decide NAME NAME same")
    else:
        done = base.decide(things[0], verdict, because)
        show(lambda: ruled_blocks(done), done, "json" if json else form)


@app.command(epilog="Example: leica-kb undo")
def undo(
    about: Annotated[
        list[str] | None, typer.Argument(metavar="[ID|NAME]...", help="What it was on; default: the last act.")
    ] = None,
    root: Root = None,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Take back the last act, or the last on what is named.

    Acts are rulings, reviews and declared names. What was changed by hand since stays as it is.
    """
    from leica_kb.render.rulings import undone_blocks

    done = KnowledgeBase(root).undo(*(about or ()))
    show(lambda: undone_blocks(done), done, "json" if json else form)


@app.command(epilog="Example: leica-kb log")
def log(
    about: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID|NAME]...", help="Finding, claim, article or names; default: everything."),
    ] = None,
    root: Root = None,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Show who changed what, when and why, oldest first."""
    from leica_kb.render.rulings import history_blocks

    found = KnowledgeBase(root).log(*(about or ()))
    tell(*(str(problem) for problem in found.problems))
    show(lambda: history_blocks(found), found, "json" if json else form)
