"""The command that rules on claims: review, key by key or all at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from leica_kb.cli.app import app
from leica_kb.cli.completing import complete_terms
from leica_kb.cli.options import AsTextOrJson, Json, Root
from leica_kb.cli.output import show, tell, tell_notices, write
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.reviews import Reviewed


@app.command(
    epilog='Example: leica-kb review subject:leica-m11*; leica-kb review --reject c-e138af6f3dcc --because "…"'
)
def review(  # noqa: PLR0913, PLR0917  a command takes each option as a parameter
    chosen: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID|FILTER]...", help="As for claims; ids alone.", autocompletion=complete_terms),
    ] = None,
    root: Root = None,
    accept: Annotated[bool, typer.Option("--accept", help="Accept these claims, without a screen.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="Reject these claims; needs --because.")] = False,
    because: Annotated[str, typer.Option("--because", metavar="WHY", help="The reason.")] = "",
    rule: Annotated[str, typer.Option("--rule", metavar="RULE", help="Only claims that this rule read.")] = "",
    file: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Verdicts of a YAML or JSON Lines file, all or none.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show what waits, and why.")] = False,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Rule on claims: one key for each that waits, or all at once.

    Suspicious claims come first: words changed, in an open finding, read by a rule that is often wrong. Every verdict
    is written at once; Ctrl-C loses nothing. A verdict without a screen is given to the unreviewed claims of a filter
    or rule, or to claims named by id. What is rejected stays in the file and is never proposed again.
    """
    from leica_kb.kb.ruling.reviewing import to_filter

    base, asked = KnowledgeBase(root), to_filter([*(chosen or ()), *([f"rule:{rule}"] if rule else [])])
    _check(accept=accept, reject=reject, because=because, file=file, asked=asked)
    shape = "json" if json else form
    if file is not None:
        _show(base.review_from(file), shape)
    elif accept or reject:
        _show(base.review(asked, "accept" if accept else "reject", because), shape)
    elif listed or shape == "json":
        _list(base, asked, shape)
    else:
        _walk(base, asked)


def _check(*, accept: bool, reject: bool, because: str, file: Path | None, asked: str) -> None:
    """Refuse what cannot be meant."""
    ways = sum((accept, reject, file is not None))
    if ways > 1:
        raise typer.BadParameter("--accept, --reject and --from exclude each other")
    if reject and not because.strip():
        raise typer.BadParameter("a rejection needs a reason, for those who come later", param_hint="--because")
    if because and not (accept or reject):
        raise typer.BadParameter("goes with --accept or --reject", param_hint="--because")
    if file is not None and asked:
        raise typer.BadParameter("the file names its claims itself; leave the others out", param_hint="--from")


def _show(done: Reviewed, form: str) -> None:
    from leica_kb.render.reviews import reviewed_blocks

    show(lambda: reviewed_blocks(done), done, form)


def _list(base: KnowledgeBase, asked: str, form: str) -> None:
    from leica_kb.render.reviews import waiting_blocks

    queue = base.waiting(asked)
    tell_notices(base)
    show(lambda: waiting_blocks(queue), queue, form)


def _walk(base: KnowledgeBase, asked: str) -> None:
    from leica_kb.cli.keys import Keys
    from leica_kb.cli.walking import Walk

    with base.reviewing(asked) as desk:
        tell_notices(base)
        if desk.waiting:
            Walk(desk, Keys(write)).go()
        else:
            tell("nothing waits for review")
    sys.stdout.flush()
