"""Gold files and files of predictions: one claim a line, as the interchange format has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leica_kb.errors import InputError
from leica_kb.files import read_file
from leica_kb.model import Claim


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that a careful reader found, and whether missing it is a loss."""

    claim: Claim
    topic: str = ""
    core: bool = True
    """False for one that only some readers would write: finding it is no error, missing it no loss."""


def load_gold(path: Path) -> tuple[GoldClaim, ...]:
    """The gold claims of a file; raises InputError with the line that cannot be read."""
    return tuple(
        GoldClaim(_claim(path, line, data), str(data.get("topic") or ""), data.get("tier", "core") == "core")
        for line, data in _lines(path)
    )


def load_predicted(path: Path) -> tuple[Claim, ...]:
    """The predicted claims of a file; raises InputError with the line that cannot be read."""
    return tuple(_claim(path, line, data) for line, data in _lines(path))


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        text = read_file(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(path, f"not UTF-8: byte {error.start} ({error.reason}); save it as UTF-8") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _mapping(path, number, line)


def _mapping(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(path, f"not JSON: {error.msg}; one claim a line is read", number) from error
    if not isinstance(data, dict):
        raise InputError(path, "not a claim; one JSON object a line is read", number)
    return data


def _claim(path: Path, number: int, data: dict[str, Any]) -> Claim:
    try:
        return Claim.from_json(data)
    except KeyError as error:
        raise InputError(path, f"the claim has no field {error}", number) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(path, f"not a claim: {error}", number) from error
