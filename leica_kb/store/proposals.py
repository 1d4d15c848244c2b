"""What the rules proposed last for each source: the middle of the three-way merge, and a parse to be spared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leica_kb.errors import InputError
from leica_kb.files import inside, read_file, write_atomic
from leica_kb.model import Claim, Problem
from leica_kb.store.door import refusals, to_claim
from leica_kb.store.ids import by_content
from leica_kb.store.paths import proposed_path
from leica_kb.store.problems import from_error, problem
from leica_kb.store.values import NOWHERE, by_position


@dataclass(frozen=True, slots=True)
class Proposals:
    """The claims that one run of the rules proposed, each with the id of the stored claim that it became."""

    key: str = ""
    """Digest of the text, rules, model and packs under which they were made; empty for none."""
    claims: tuple[Claim, ...] = ()
    remembered: tuple[Claim, ...] = ()
    """Claims that an earlier run proposed and this one did not: by them a person's later edit or removal is known."""

    @property
    def known(self) -> tuple[Claim, ...]:
        """All that was proposed so far; the ``last`` of a merge."""
        return (*self.claims, *self.remembered)


def load_proposed(root: Path, source: str) -> tuple[Proposals, tuple[Problem, ...]]:
    """The last proposals for a source; none where nothing is there, or, with a problem, where it is damaged."""
    relative = proposed_path(source)
    if not inside(root, relative).is_file():
        return Proposals(), ()
    try:
        return parse_proposed(read_file(inside(root, relative)), source, relative), ()
    except InputError as error:
        if error.line is None:
            return Proposals(), (from_error(error, relative),)
        message = f"{error.message}; delete the file, build makes it anew"
        return Proposals(), (problem("KB109", message, relative, error.line),)


def parse_proposed(data: bytes, source: str, path: Path) -> Proposals:
    """Proposals from the lines of their file; raises InputError with the line."""
    rows = _rows(data, path)
    _, head = next(rows, (1, None))
    if not isinstance(head, dict) or not isinstance(head.get("key"), str):
        raise InputError(path, "the first line must hold the key", 1)
    found: list[Claim] = []
    remembered: list[Claim] = []
    for line, row in rows:
        gone = isinstance(row, dict) and row.pop("found", True) is False
        (remembered if gone else found).append(_to_claim(row, source, path, line))
    return Proposals(head["key"], by_position(found), tuple(sorted(remembered, key=by_content)))


def save_proposed(root: Path, source: str, proposals: Proposals) -> bool:
    """Write the proposals, one a line; whether anything had changed."""
    found = [claim.to_json() for claim in by_position(proposals.claims)]
    gone = [{"found": False} | claim.to_json() for claim in sorted(proposals.remembered, key=by_content)]
    rows = [{"key": proposals.key}, *found, *gone]
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows]
    path = inside(root, proposed_path(source))
    data = "".join(lines).encode()
    if path.is_file() and read_file(path) == data:
        return False
    write_atomic(path, data)
    return True


def _rows(data: bytes, path: Path) -> Iterator[tuple[int, object]]:
    for line, row in enumerate(data.removesuffix(b"\n").split(b"\n"), 1):
        try:
            yield line, json.loads(row)
        except (ValueError, RecursionError) as error:
            raise InputError(path, f"not JSON: {error}", line) from error


def _to_claim(row: object, source: str, path: Path, line: int) -> Claim:
    from pydantic import ValidationError

    from leica_kb.store.schema import ClaimModel

    if isinstance(row, dict):
        row = {key: value for key, value in row.items() if key != "source" and value not in ("", NOWHERE)}
    try:
        return to_claim(ClaimModel.model_validate(row), source)
    except ValidationError as error:
        raise InputError(path, refusals(error, row)[0][1], line) from error
