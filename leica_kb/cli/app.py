"""The command line as one object: its name, its sections and what stands before every command."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "Look": ("report", "ask", "claims", "show", "compare", "contradictions", "sources", "entities"),
    "Rule": ("review", "names", "declare", "decide", "undo", "log", "diff"),
    "Keep": ("build", "verify", "check", "forget", "init"),
    "Exchange": ("extract", "export", "schema", "eval"),
}
"""Every command by what a person is about to do; ``--help`` follows this order."""


class Sections(TyperGroup):
    """Commands listed under headings in the order of use."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Tell who writes an option in front of the command where it stands."""
        own = {name for known in self.get_params(ctx) for name in known.opts}
        if args and args[0].startswith("--") and args[0] not in own:
            ctx.fail(f"No option of its own: {args[0]}; options stand behind the command: leica-kb report --root DIR")
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  typer's signature
        """Names in the order of use."""
        return [name for names in SECTIONS.values() for name in names if name in self.commands]

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  typer's signature
        """One block of help for each section."""
        for section, names in SECTIONS.items():
            rows = [(name, self.commands[name].get_short_help_str(60)) for name in names if name in self.commands]
            with formatter.section(section):
                formatter.write_dl(rows)


app: Final = typer.Typer(
    cls=Sections,
    name="leica-kb",
    help="A knowledge base of sourced claims: who says what, in which words, how surely, when, and who contradicts it.",
    epilog="Start with: leica-kb report. Every command tells more with --help.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from leica_kb import __version__

        typer.echo(f"leica-kb {__version__}")
        raise typer.Exit


@app.callback()
def _before(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """What stands before every command."""
