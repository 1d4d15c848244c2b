"""Commands that look: each parses, asks the base, renders."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from leica_kb.cli.app import app
from leica_kb.cli.completing import complete_card, complete_entity, complete_predicate, complete_terms
from leica_kb.cli.options import AsFindings, AsListing, AsOf, AsPaper, AsTextOrJson, Json, Root
from leica_kb.cli.output import progress_bar, show, tell_notices
from leica_kb.kb import KnowledgeBase


@app.command(epilog="Example: leica-kb report --output report.md")
def report(
    root: Root = None,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Write Markdown to a file.")] = None,
    form: AsPaper = "text",
    json: Json = False,
) -> None:
    """Show sources, claims, contradictions and provenance.

    Reads new and changed articles first.
    """
    from leica_kb.cli.judging import exit_if_incomplete
    from leica_kb.cli.output import save
    from leica_kb.render.reports import report_blocks

    base = KnowledgeBase(root)
    with progress_bar() as progress:
        found = base.report(progress=progress)
    if output is not None:
        save(output, report_blocks(found))
    else:
        show(lambda: report_blocks(found), found, "json" if json else form)
    exit_if_incomplete(found.problems)


@app.command(epilog='Example: leica-kb ask "who makes the sensor in the Leica M11?"')
def ask(
    question: Annotated[
        list[str],
        typer.Argument(
            metavar="QUESTION [FILTER]...", help="Plain words; filters as for claims.", autocompletion=complete_terms
        ),
    ],
    root: Root = None,
    as_of: AsOf = "",
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Look a fact up and see who says so in which words.

    Where no claim answers, it says so and shows what lies nearest. Filters narrow it: "who makes the sensor?"
    source:000* stated:>=2013
    """
    from leica_kb.render.answers import answer_blocks

    base = KnowledgeBase(root)
    told = base.ask(" ".join(question), f"as-of:{as_of}" if as_of else "")
    tell_notices(base)
    show(lambda: answer_blocks(told), told, "json" if json else form)


@app.command(epilog="Example: leica-kb claims subject:leica-m11* modality:!asserted limit:5")
def claims(
    filter_: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILTER]...",
            help="field:value, field:!value, stated:>=2013, sort:-stated, words.",
            autocompletion=complete_terms,
        ),
    ] = None,
    root: Root = None,
    as_of: AsOf = "",
    form: AsListing = "text",
    json: Json = False,
) -> None:
    """List claims, all or by a filter.

    Fields: id, subject, predicate, topic, object, about, source, speaker, polarity, modality, review, rule, finding,
    stated, valid; also as-of:DATE, sort:FIELD, limit:N. Values may end in *, and stand behind ! to exclude; other words
    are searched for in the quotes.
    """
    from leica_kb.cli.output import show_claims

    base = KnowledgeBase(root)
    found = base.claims(" ".join([*(filter_ or ()), *([f"as-of:{as_of}"] if as_of else [])]))
    tell_notices(base)
    show_claims(found, "json" if json else form)


@app.command(name="show", epilog="Example: leica-kb show leica-m10")
def show_card(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Id of a claim or an article; id or name of an entity.", autocompletion=complete_card
        ),
    ],
    root: Root = None,
    claims_only: Annotated[bool, typer.Option("--claims-only", help="Of an article only blocks with claims.")] = False,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Show one claim, article or entity in full.

    A claim with its receipt, an article with its quotes marked, an entity with all that is said of it.
    """
    from leica_kb.render.cards import card_blocks

    base = KnowledgeBase(root)
    card = base.show(name)
    tell_notices(base)
    show(lambda: card_blocks(card, claims_only=claims_only), card, "json" if json else form)


@app.command(epilog="Example: leica-kb compare leica-lenses made_in")
def compare(
    entity: Annotated[str, typer.Argument(help="Id or name of an entity.", autocompletion=complete_entity)],
    predicate: Annotated[
        str | None, typer.Argument(help="Only this predicate.", autocompletion=complete_predicate)
    ] = None,
    root: Root = None,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Put what the sources say of an entity side by side."""
    from leica_kb.render.lists import comparison

    base = KnowledgeBase(root)
    found = base.compare(entity, predicate)
    tell_notices(base)
    show(lambda: comparison(found), found, "json" if json else form)


@app.command(epilog="Example: leica-kb contradictions --all")
def contradictions(  # noqa: PLR0913, PLR0917  a command takes each option as a parameter
    root: Root = None,
    everything: Annotated[bool, typer.Option("--all", help="Also notes: what only looks like a disagreement.")] = False,
    why: Annotated[
        tuple[str, str] | None, typer.Option("--why", metavar="A B", help="Why two claims do (not) disagree.")
    ] = None,
    decided: Annotated[bool, typer.Option("--decided", help="Also those that people have ruled on.")] = False,
    stats: Annotated[bool, typer.Option("--stats", help="How often each kind proved right, by rulings.")] = False,
    fail_on: Annotated[
        Literal["contradiction", "tension", "any"] | None, typer.Option("--fail-on", help="Exit 1 where there is one.")
    ] = None,
    form: AsFindings = "text",
    json: Json = False,
) -> None:
    """Show where the sources disagree, in whose words."""
    from leica_kb.cli.judging import exit_on, show_findings, show_precision, show_reason

    base = KnowledgeBase(root)
    chosen = "json" if json else form
    if stats:
        show_precision(base, chosen)
        return
    if why:
        show_reason(base, why, chosen)
        return
    found = base.contradictions(notes=everything or fail_on == "any", decided=decided)
    tell_notices(base)
    show_findings(base, found, chosen)
    exit_on(found.findings, fail_on)


@app.command(epilog="Example: leica-kb sources")
def sources(root: Root = None, form: AsTextOrJson = "text", json: Json = False) -> None:
    """List the articles with publisher and date."""
    from leica_kb.render.lists import source_list

    base = KnowledgeBase(root)
    found = base.sources()
    tell_notices(base)
    show(lambda: source_list(found), found, "json" if json else form)


@app.command(epilog="Example: leica-kb entities --all")
def entities(
    root: Root = None,
    everything: Annotated[bool, typer.Option("--all", help="Also those that no claim speaks of.")] = False,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """List what the claims speak of."""
    from leica_kb.render.lists import entity_list

    base = KnowledgeBase(root)
    found = base.entities(unclaimed=everything)
    tell_notices(base)
    show(lambda: entity_list(found), found, "json" if json else form)
