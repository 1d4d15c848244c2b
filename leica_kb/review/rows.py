"""Files of verdicts: a YAML list, or JSON Lines; every row is read through a strict door."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from leica_kb.errors import InputError
from leica_kb.files import parse_yaml
from leica_kb.review.verdicts import ClaimVerdict, Verdict, check_verdict

_FIXED: Final = frozenset(("id", "source", "review", "start", "end", "before", "after"))
"""Keys that a correction does not set: the id stays, the place follows the quote."""


MOST: Final = 100
"""Bad rows after which a file is not read further."""


class VerdictRow(BaseModel):
    """One row of a file of verdicts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    claim: Annotated[str, Field(pattern=r"^c-[0-9a-f]{12}$")]
    verdict: Verdict
    because: str = ""
    set: dict[str, Any] = Field(default_factory=dict)


def parse_verdicts(data: bytes, path: Path) -> tuple[tuple[ClaimVerdict, ...], tuple[InputError, ...]]:
    """The verdicts of a file, and for each bad row, up to 100, what is wrong on which line."""
    verdicts: dict[str, ClaimVerdict] = {}
    errors: list[InputError] = []
    for line, row in _rows(data, path):
        try:
            given = _verdict(row, path, line)
        except InputError as error:
            errors.append(error)
            if len(errors) == MOST:
                break
            continue
        first = verdicts.setdefault(given.claim, given)
        if first is not given:
            errors.append(InputError(path, f"{given.claim} has a verdict on line {first.line} already", line))
    return tuple(verdicts.values()), tuple(errors)


def _rows(data: bytes, path: Path) -> Iterator[tuple[int, object]]:
    if data.lstrip()[:1] == b"{":
        yield from _json_rows(data, path)
        return
    document = parse_yaml(data, path)
    if not isinstance(document.value, list):
        raise InputError(path, "not a list of verdicts: each begins with «- claim: c-…»", 1)
    for at, row in enumerate(document.value):
        yield document.line(at), row


def _json_rows(data: bytes, path: Path) -> Iterator[tuple[int, object]]:
    for line, row in enumerate(data.split(b"\n"), 1):
        if not row.strip():
            continue
        try:
            yield line, json.loads(row)
        except (ValueError, RecursionError) as error:
            yield line, InputError(path, f"not JSON: {error}", line)


def _verdict(row: object, path: Path, line: int) -> ClaimVerdict:
    if isinstance(row, InputError):
        raise row
    try:
        model = VerdictRow.model_validate(row)
    except ValidationError as error:
        raise InputError(path, _in_words(error), line) from error
    given = ClaimVerdict(model.claim, model.verdict, model.because, model.set, path=path, line=line)
    if fixed := sorted(_FIXED & model.set.keys()):
        raise InputError(path, f"{given.claim}: {fixed[0]} is not set by a correction", line)
    if wrong := check_verdict(given):
        raise InputError(path, wrong, line)
    return given


def _in_words(error: ValidationError) -> str:
    first: Mapping[str, Any] = error.errors(include_url=False)[0]
    where = ".".join(str(key) for key in first["loc"])
    what = {"extra_forbidden": "no such key; keys are claim, verdict, because, set", "missing": "is missing"}
    return f"{where}: {what.get(first['type'], first['msg'])}" if where else "must be keys and their values"
