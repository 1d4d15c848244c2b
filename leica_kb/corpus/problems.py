"""Everything that can be wrong with articles and their sidecars: one table of stable codes (KB2xx)."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from leica_kb.model import Problem

CorpusProblem = Literal[
    "missing-folder",
    "empty-article",
    "not-decodable",
    "nul-bytes",
    "article-too-large",
    "not-a-file",
    "not-readable",
    "outside-root",
    "duplicate-id",
    "bad-id",
    "malformed-sidecar",
    "unknown-sidecar-key",
    "bad-sidecar-value",
    "missing-sidecar",
    "sidecar-without-article",
    "basis-not-found",
    "byte-order-mark",
    "carriage-returns",
]

CODES: Final[dict[CorpusProblem, str]] = {
    # the article is left out until it is mended
    "missing-folder": "KB201",
    "empty-article": "KB202",
    "not-decodable": "KB203",
    "nul-bytes": "KB204",
    "article-too-large": "KB205",
    "not-a-file": "KB206",
    "not-readable": "KB207",
    "outside-root": "KB208",
    "duplicate-id": "KB209",
    "bad-id": "KB210",
    "malformed-sidecar": "KB211",
    # the article is loaded; the named part of its sidecar is not used
    "unknown-sidecar-key": "KB221",
    "bad-sidecar-value": "KB222",
    # the article is loaded as it is
    "missing-sidecar": "KB231",
    "sidecar-without-article": "KB232",
    "basis-not-found": "KB233",
    "byte-order-mark": "KB234",
    "carriage-returns": "KB235",
}

LEFT_OUT: Final = frozenset(code for code in CODES.values() if code < "KB220")
"""Codes of problems for which an article is not loaded, so that a run over it is incomplete."""


def problem(kind: CorpusProblem, path: Path, message: str, line: int | None = None) -> Problem:
    """A problem of the table, at a path relative to the base's root."""
    return Problem(CODES[kind], kind, message, path, line)
