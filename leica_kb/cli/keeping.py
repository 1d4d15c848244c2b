"""Commands that keep a base in order: build, verify, check, forget."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from leica_kb.cli.app import app
from leica_kb.cli.completing import complete_claim, complete_source
from leica_kb.cli.options import MAX_BYTES, AsLint, AsTextOrJson, Encoding, Jobs, Json, MaxBytes, Root
from leica_kb.cli.output import progress_bar, show, tell
from leica_kb.kb import KnowledgeBase


@app.command(epilog="Example: leica-kb build")
def build(
    root: Root = None,
    jobs: Jobs = 1,
    max_bytes: MaxBytes = MAX_BYTES,
    encoding: Encoding = "utf-8",
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Read new and changed articles into claims."""
    from leica_kb.cli.judging import exit_if_incomplete
    from leica_kb.corpus import Limits
    from leica_kb.render.proofs import build_blocks

    base = KnowledgeBase(root, limits=Limits(max_bytes, encoding))
    try:
        with progress_bar() as progress:
            done = base.build(jobs=jobs, progress=progress)
    except KeyboardInterrupt:
        tell("stopped; articles already read are kept, and the next build goes on from there")
        raise
    if json or form == "json":
        tell(*(str(problem) for problem in done.problems))
    show(lambda: build_blocks(done), done, "json" if json else form)
    exit_if_incomplete(done.problems)


@app.command(epilog="Example: leica-kb verify --fix")
def verify(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Claims; default: all.", autocompletion=complete_claim)
    ] = None,
    root: Root = None,
    fix: Annotated[bool, typer.Option("--fix", help="Write the new places of words that only moved.")] = False,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Prove every quote against its article.

    Exit 1 where words have changed, are gone, or stand in several places; 2 where a file could not be read.
    """
    from leica_kb.cli.judging import exit_if_incomplete
    from leica_kb.render.proofs import proof_list

    proofs = KnowledgeBase(root).verify(ids or (), fix=fix)
    show(lambda: proof_list(proofs), proofs, "json" if json else form)
    if proofs.broken:
        raise typer.Exit(1)
    exit_if_incomplete(proofs.problems)


@app.command(epilog="Example: leica-kb check --fix")
def check(
    root: Root = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what needs no judgement; docs/checks.md says what.")] = False,
    code: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Explain a code such as KB101, and its repair.")
    ] = None,
    form: AsLint = "text",
    json: Json = False,
) -> None:
    """Find what is wrong in the files of the base.

    Exit 1 where anything is; notes are no faults.
    """
    from leica_kb.cli.linting import show_code, show_mending, show_problems

    wanted = "json" if json else form
    if code is not None:
        show_code(code, wanted)
        return
    problems = show_mending(KnowledgeBase(root).mend(), wanted) if fix else KnowledgeBase(root).check()
    if show_problems(problems, wanted, shown=fix and wanted == "json"):
        raise typer.Exit(1)


_PACKS: Final = "companies or leica"
"""The packs that ship, written down so that no command has to look into their folders to tell its help."""


@app.command(epilog="Example: leica-kb init my-base --pack companies")
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the new base.")],
    pack: Annotated[
        str, typer.Option("--pack", metavar="NAME", help=f"Pack that its articles are read with: {_PACKS}.")
    ],
) -> None:
    """Begin a base of your own in a folder."""
    from leica_kb.kb.world.beginning import begin_base

    begin_base(folder, pack)
    tell(f"begun: put articles into {folder / 'seeds'}/*.txt, then run: leica-kb report --root {folder}")


@app.command(epilog="Example: leica-kb forget 001_915ebff74bad949b")
def forget(
    source: Annotated[str, typer.Argument(help="Id of an article.", autocompletion=complete_source)],
    root: Root = None,
    form: AsTextOrJson = "text",
    json: Json = False,
) -> None:
    """Take away an article with exactly its claims.

    Its files are removed; git still has them.
    """
    from leica_kb.render.proofs import forgotten_blocks

    done = KnowledgeBase(root).forget(source)
    show(lambda: forgotten_blocks(done), done, "json" if json else form)
