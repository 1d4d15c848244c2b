"""Commands that hand claims and their form to other tools: extract, export, schema."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from leica_kb.cli.app import app
from leica_kb.cli.options import MAX_BYTES, Encoding, Jobs, Json, MaxBytes, Root
from leica_kb.cli.output import (
    is_terminal,
    progress_bar,
    show,
    show_blocks,
    show_claims,
    tell,
    tell_notices,
    write,
    write_json,
)
from leica_kb.errors import KbError, NotABaseError
from leica_kb.files.roots import ROOT_VARIABLE
from leica_kb.kb import KnowledgeBase, Progress
from leica_kb.kb.answers.builds import Candidates

if TYPE_CHECKING:
    from leica_kb.corpus import Limits


@app.command(epilog='Example: leica-kb extract --text "Sigma makes lenses in Japan." --explain')
def extract(  # noqa: PLR0913, PLR0917  a command has as many options as it has
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Articles, or - for standard input; default: seeds/."),
    ] = None,
    root: Root = None,
    text: Annotated[str | None, typer.Option("--text", help="Read this text.")] = None,
    jobs: Jobs = 1,
    max_bytes: MaxBytes = MAX_BYTES,
    encoding: Encoding = "utf-8",
    explain: Annotated[bool, typer.Option("--explain", help="Also sentences without a claim, with reasons.")] = False,
    form: Annotated[
        Literal["text", "jsonl"] | None, typer.Option("--format", help="Default: text for people, jsonl in a pipe.")
    ] = None,
    json: Json = False,
) -> None:
    """Show what the rules read in any text; writes nothing.

    Needs no base: outside one, the shipped vocabulary serves.
    """
    from leica_kb.corpus import Limits

    limits = Limits(max_bytes, encoding)
    if Path("-") in (files or ()):
        if text is not None or len(files or ()) > 1:
            raise KbError("- (standard input) is read alone; leave the other files and --text out")
        files, text = [], _standard_input(limits)
    with progress_bar() as progress:
        found = _read(root, files or (), text, limits, progress, jobs)
    tell(*(str(problem) for problem in found.problems))
    if json or form == "jsonl" or (form is None and not is_terminal()):
        from leica_kb.render.machine import dump_lines

        write(dump_lines(found.to_rows(explain=explain)))
    else:
        from leica_kb.render.proofs import candidate_blocks

        show_blocks(candidate_blocks(found, explain=explain))


def _standard_input(limits: Limits) -> str:
    from leica_kb.corpus.reading import read_stream
    from leica_kb.model import Problem

    text = read_stream(sys.stdin.buffer, Path("standard input"), limits)
    if isinstance(text, Problem):
        raise KbError(f"{text.path}: {text.message}")
    return text.text


def _read(
    root: Path | None, files: Sequence[Path], text: str | None, limits: Limits, progress: Progress | None, jobs: int
) -> Candidates:
    """With the base's vocabulary; outside a base, where none is asked for, with that of the shipped packs."""
    try:
        base = KnowledgeBase(root, limits=limits)
    except NotABaseError:
        if root is not None or os.environ.get(ROOT_VARIABLE) or (text is None and not files):
            raise
    else:
        return base.extract(files, text, jobs=jobs, progress=progress)
    from leica_kb.kb.building.extracting import SHIPPED, read_texts

    tell(f"note: no base here; read with the vocabulary of the pack {' and '.join(SHIPPED)}")
    return read_texts(None, limits, (files, text), progress, jobs=jobs)


@app.command(epilog="Example: leica-kb export --format csv > claims.csv")
def export(
    filter_: Annotated[
        list[str] | None, typer.Argument(metavar="[FILTER]...", help="As for claims; default: every claim.")
    ] = None,
    root: Root = None,
    form: Annotated[Literal["jsonl", "json", "csv"], typer.Option("--format", help="Form of the output.")] = "jsonl",
    json: Json = False,
) -> None:
    """Write claims in the interchange format, one a line."""
    base = KnowledgeBase(root)
    found = base.claims(" ".join(filter_ or ()))
    tell_notices(base)
    show_claims(found, "json" if json else form)


@app.command(epilog="Example: leica-kb schema claims > claims.schema.json")
def schema(
    kind: Annotated[
        str | None, typer.Argument(metavar="[KIND]", help="A kind of file; without one, all are listed.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Every schema, by kind.")] = False,
) -> None:
    """Print the JSON Schema of a kind of file, for editors."""
    from leica_kb.kb.world.schemas import KINDS, SchemaList, make_schema
    from leica_kb.render.lists import kind_list

    if kind is not None:
        write_json(make_schema(kind))
    else:
        show(
            lambda: kind_list([(known.name, known.files) for known in KINDS]),
            SchemaList(KINDS),
            "json" if json else "text",
        )
