"""One entry of a file of claims as a page of text: taken out for a person to edit, read back, and put in again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from leica_kb.errors import InputError
from leica_kb.model import Claim, Problem
from leica_kb.store.door import refusals, to_claim
from leica_kb.store.layout import Item, Layout, find_layout
from leica_kb.store.problems import problem
from leica_kb.store.quoting import quote_scalar
from leica_kb.store.reading import parse_claims
from leica_kb.store.saving import edit_claims
from leica_kb.store.values import NOWHERE

_BOM = b"\xef\xbb\xbf"
_HEAD = 3
"""Lines that a file of claims has before its first entry."""


def entry_text(data: bytes, path: Path, name: str) -> str:
    """The lines of the claim's entry with the comments inside it, its dash in the first column.

    Raises InputError where the file does not hold it on lines of its own.
    """
    _, layout, item = _find(data, path, name)
    lines = layout.lines[item.first : item.last + 1]
    return "".join(f"{_dedented(line, layout.dash)}\n" for line in lines)


def with_entry(data: bytes, path: Path, name: str, text: str) -> bytes:
    """The file with the claim's entry replaced by a page of text; every other line stays."""
    named, layout, item = _find(data, path, name)
    indent = " " * layout.dash
    new = [indent + line.rstrip() if line.strip() else "" for line in text.rstrip().split("\n")]
    lines = (*layout.lines[: item.first], *new, *layout.lines[item.last + 1 :])
    mark = _BOM if named.startswith(_BOM) else b""
    return mark + (layout.newline.join(lines) + layout.newline).encode()


def parse_entry(text: str, source: str, path: Path) -> tuple[Claim | None, tuple[Problem, ...]]:
    """The one claim of a page of text (without a place its offsets are NOWHERE), or what is wrong on which line."""
    head = f"format: 1\nsource: {quote_scalar(source)}\nclaims:\n"
    parsed = parse_claims((head + text).encode(errors="replace"), path)
    found = tuple(replace(p, line=max(p.line - _HEAD, 1) if p.line else None) for p in parsed.problems)
    claims = [entry.claim for entry in parsed.entries if entry.claim is not None]
    if found:
        return None, found
    if len(claims) != 1:
        return None, (problem("KB102", f"one claim must stand here, not {len(claims)}", path, 1),)
    return claims[0], ()


def revise(claim: Claim, changes: Mapping[str, Any]) -> tuple[Claim | None, tuple[str, ...]]:
    """The claim with other values for some keys, written as in a file of claims; or what is wrong with them."""
    from pydantic import ValidationError

    from leica_kb.store.schema import ClaimModel

    old = {key: value for key, value in claim.to_json().items() if key != "source" and value not in ("", NOWHERE)}
    try:
        return to_claim(ClaimModel.model_validate(old | dict(changes)), claim.source), ()
    except ValidationError as error:
        return None, tuple(what for _, what in refusals(error, old | dict(changes)))


def _find(data: bytes, path: Path, name: str) -> tuple[bytes, Layout, Item]:
    """The file with all ids written, its layout, and the claim's place in it."""
    parsed = parse_claims(data, path)
    if parsed.file is None:
        first = parsed.problems[0]
        raise InputError(path, f"cannot be edited before it can be read: {first.message}", first.line)
    named = edit_claims(data, parsed.file)
    again = parse_claims(named, path)
    root = again.document.root if again.document else None
    layout = find_layout(named.removeprefix(_BOM).decode(), root)
    at = next((n for n, entry in enumerate(again.entries) if entry.claim and entry.claim.id == name), None)
    if at is None:
        raise InputError(path, f"{name} does not stand here any more")
    if layout is None or not layout.items[at].fields:
        raise InputError(path, f"{name} is not written one key a line; edit the file itself", again.entries[at].line)
    return named, layout, layout.items[at]


def _dedented(line: str, columns: int) -> str:
    return line[min(columns, len(line) - len(line.lstrip(" "))) :]
