"""What can be wrong with packs: the one table of codes (KB3xx), and problems made from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from leica_kb.model import Problem

CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "KB301": "pack-invalid",  # a key is unknown, missing or of the wrong kind; the entry is left out
        "KB302": "pack-reference-unknown",  # a type, an entity or a predicate that nobody declares
    }
)


def problem(code: str, message: str, path: Path, line: int | None = None) -> Problem:
    """A problem with the code's own words for it."""
    return Problem(code, CODES[code], message, path, line)
