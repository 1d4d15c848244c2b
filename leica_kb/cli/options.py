"""The options that commands share, each defined once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

TextOrJson = Literal["text", "json"]
Listing = Literal["text", "table", "json", "jsonl", "csv"]
Paper = Literal["text", "json", "markdown"]
Findings = Literal["text", "json", "markdown", "sarif"]
Lint = Literal["text", "json", "sarif"]

Root = Annotated[
    Path | None,
    typer.Option("--root", metavar="DIR", help="The base's folder; default: the nearest one up, or LEICA_KB_ROOT."),
]
AsOf = Annotated[str, typer.Option("--as-of", metavar="DATE", help="Only what may hold then: 2013-03.")]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Processes that read articles.")]
MaxBytes = Annotated[int, typer.Option("--max-bytes", min=1, metavar="N", help="Largest article that is read.")]
Encoding = Annotated[str, typer.Option("--encoding", metavar="NAME", help="For articles that are not UTF-8.")]

AsTextOrJson = Annotated[TextOrJson, typer.Option("--format", help="Form of the output.")]
AsListing = Annotated[Listing, typer.Option("--format", help="Form of the output.")]
AsPaper = Annotated[Paper, typer.Option("--format", help="Form of the output.")]
AsFindings = Annotated[Findings, typer.Option("--format", help="Form of the output.")]
AsLint = Annotated[Lint, typer.Option("--format", help="Form of the output.")]

MAX_BYTES = 20_000_000
"""The default of ``--max-bytes``; the same as ``corpus.MAX_BYTES``, which is not imported here since it costs time."""
