"""Commands on names that wait for a person: names, declare."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from leica_kb.cli.app import app
from leica_kb.cli.completing import complete_entity
from leica_kb.cli.options import AsTextOrJson, Json, Root
from leica_kb.cli.output import show, tell, write
from leica_kb.kb import KnowledgeBase


@app.command(epilog="Example: leica-kb names --all")
def names(
    name: Annotated[
        str | None,
        typer.Argument(help="Only what concerns this id or name.", autocompletion=complete_entity),
    ] = None,
    root: Root = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what people have ruled.")] = False,
    form: Annotated[Literal["text", "json", "yaml"], typer.Option("--format", help="Form of the output.")] = "text",
    json: Json = False,
) -> None:
    """List names that may be one, and names that nobody declared.

    With the words that use them; to rule: leica-kb decide NAME NAME same|different|unsure. With --format yaml the
    undeclared ones as entries for claims/entities.yaml.
    """
    from leica_kb.render.naming import entity_lines, name_blocks

    found = KnowledgeBase(root).names(name, everything=everything)
    tell(*(str(problem) for problem in found.problems))
    if form == "yaml" and not json:
        write(entity_lines(found))
    else:
        show(lambda: name_blocks(found), found, "json" if json else form)


@app.command(epilog="Example: leica-kb declare takeyuki-arai --type person")
def declare(
    name: Annotated[str, typer.Argument(help="Id or name that claims use.", autocompletion=complete_entity)],
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="What it is; default: what its uses tell.")
    ] = None,
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="The reason, for the log.")] = "",
    root: Root = None,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Take a name into claims/entities.yaml.

    Articles are then read with it; aliases and what it lies inside of can be added there by hand.
    """
    from leica_kb.render.rulings import ruled_blocks

    done = KnowledgeBase(root).declare(name, kind, because)
    show(lambda: ruled_blocks(done), done, "json" if json else form)
