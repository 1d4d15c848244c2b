"""What can be wrong with the stored files: the one table of codes, and problems made from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from leica_kb.errors import InputError
from leica_kb.model import Problem

CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "KB101": "quote-missing",  # the claim's words do not stand in its source
        "KB102": "claim-malformed",  # a key is unknown, missing or of the wrong kind
        "KB103": "file-unreadable",  # not YAML, not UTF-8, not permitted, too large
        "KB104": "file-malformed",  # the head of a file of claims: format, source, text_sha256, claims
        "KB105": "id-repeated",  # two claims of the base have one id
        "KB106": "source-repeated",  # two files hold claims of one source
        "KB107": "file-misnamed",  # the file's name is not that of its source, or it would not be read at all
        "KB108": "decision-malformed",  # a ruling whose keys are unknown, missing or of the wrong kind
        "KB109": "proposals-damaged",  # what the rules proposed last cannot be read
        "KB110": "log-damaged",  # a line of the log that cannot be read
        "KB121": "names-disagree",  # two names are ruled different, and yet the same through others
    }
)


def problem(code: str, message: str, path: Path, line: int | None = None) -> Problem:
    """A problem with the code's own words for it."""
    return Problem(code, CODES[code], message, path, line)


def from_error(error: InputError, path: Path) -> Problem:
    """The problem that a file as a whole cannot be read."""
    return problem("KB103", error.message, path, error.line)
