"""A file of claims from its bytes: claims, drafts and problems; one bad entry never stops the others."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from leica_kb.errors import InputError
from leica_kb.files import YamlDocument, parse_yaml
from leica_kb.model import Claim, Problem
from leica_kb.store.door import MOST, refusals, to_claim
from leica_kb.store.ids import assign_ids
from leica_kb.store.problems import from_error, problem
from leica_kb.store.values import FORMAT, NOWHERE, ClaimFile, Draft, by_position


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of ``claims:`` as it stands in the file."""

    claim: Claim | None
    """None where it could not be read."""
    line: int
    named: bool = True
    """Whether the id stands in the file (and was not given just now)."""
    id: str = ""
    """The id that an unreadable entry claims for itself."""


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file of claims with its entries in the order of the file, for whoever edits its lines."""

    file: ClaimFile | None
    """None where not even the head could be read."""
    problems: tuple[Problem, ...]
    entries: tuple[Entry, ...] = ()
    document: YamlDocument | None = field(default=None, repr=False)


def parse_claims(data: bytes, path: Path) -> ParsedFile:
    """What the bytes of a file of claims hold; the path, relative to the root, is for messages."""
    try:
        document = parse_yaml(data, path)
    except InputError as error:
        return ParsedFile(None, (from_error(error, path),))
    source, items, problems = _parse_head(document, path)
    if source is None or items is None:
        return ParsedFile(None, tuple(problems), document=document)
    named = _name(_parse_entries(items, source, document, path, problems))
    entries = _refuse_repeated(named, path, problems)
    head = ClaimFile(source, str(document.value.get("text_sha256") or ""), path=path)
    file = replace(_gather(head, entries), digest=hashlib.sha256(data).hexdigest())
    return ParsedFile(file, tuple(problems), entries, document)


def _gather(head: ClaimFile, entries: Sequence[Entry]) -> ClaimFile:
    read = [(entry.claim, entry.line) for entry in entries if entry.claim is not None]
    known = {claim.id for claim, _ in read}
    return replace(
        head,
        claims=by_position([claim for claim, _ in read if claim.start != NOWHERE]),
        drafts=tuple(Draft(claim, line) for claim, line in read if claim.start == NOWHERE),
        unread=tuple(entry.id for entry in entries if entry.claim is None and entry.id and entry.id not in known),
        lines=MappingProxyType({claim.id: line for claim, line in read}),
    )


def _parse_head(document: YamlDocument, path: Path) -> tuple[str | None, list[Any] | None, list[Problem]]:
    """Source and raw entries, each None where the file has none that can be used."""
    from pydantic import ValidationError

    from leica_kb.store.schema import HeadModel

    data = document.value
    if not isinstance(data, dict):
        return None, None, [problem("KB104", "not a file of claims: format, source and claims are missing", path, 1)]
    if isinstance(data.get("format"), int) and data["format"] > FORMAT:
        message = f"format {data['format']} is newer than this leica-kb reads ({FORMAT}); upgrade leica-kb"
        return None, None, [problem("KB104", message, path, document.line("format"))]
    problems, source, items = [], data.get("source"), data.get("claims", [])
    try:
        source = HeadModel.model_validate({key: data[key] for key in data if key != "claims"}).source
    except ValidationError as error:
        problems = [problem("KB104", what, path, document.line(*keys)) for keys, what in refusals(error, data)]
        source = (
            str(source) if isinstance(source, str | int | float) and not isinstance(source, bool) and source else None
        )
    if items is not None and not isinstance(items, list):
        problems.append(problem("KB104", "claims: must be a list", path, document.line("claims")))
        return source, None, problems
    return source, items or [], problems


def _parse_entries(
    items: list[Any], source: str, document: YamlDocument, path: Path, problems: list[Problem]
) -> list[Entry]:
    """One entry per item; what is wrong with it, up to a hundred things in all, is added to the problems."""
    from pydantic import ValidationError

    from leica_kb.store.schema import ClaimModel

    entries, silent = [], 0
    lines = [node.start_mark.line + 1 for node in _items(document)]
    for index, (item, line) in enumerate(zip(items, lines, strict=True)):
        try:
            model = ClaimModel.model_validate(item)
        except ValidationError as error:
            silent += len(problems) >= MOST
            for keys, what in refusals(error, item) if not silent else ():
                problems.append(problem("KB102", what, path, document.line("claims", index, *keys)))
            entries.append(Entry(None, line, id=_own_id(item)))
        else:
            entries.append(Entry(to_claim(model, source), line, model.id is not None))
    if silent:
        problems.append(problem("KB102", f"{silent:,} more entries cannot be read", path, document.line("claims")))
    return entries


def _items(document: YamlDocument) -> Sequence[Any]:
    nodes: Mapping[str, Any] = {key.value: value for key, value in document.root.value}
    return nodes["claims"].value if "claims" in nodes and nodes["claims"].id == "sequence" else ()


def _own_id(item: Any) -> str:
    own = item.get("id") if isinstance(item, dict) else None
    return own if isinstance(own, str) else ""


def _name(entries: Sequence[Entry]) -> list[Entry]:
    """Give the claims that a person wrote without an id theirs."""
    if all(entry.named for entry in entries):
        return list(entries)
    taken = frozenset(entry.id for entry in entries if entry.claim is None)
    named = iter(assign_ids([entry.claim for entry in entries if entry.claim is not None], taken))
    return [entry if entry.claim is None else replace(entry, claim=next(named)) for entry in entries]


def _refuse_repeated(entries: Sequence[Entry], path: Path, problems: list[Problem]) -> tuple[Entry, ...]:
    """The entries, each that repeats an earlier one's id unread."""
    seen: dict[str, int] = {}
    kept = []
    for entry in entries:
        if entry.claim is not None and (first := seen.setdefault(entry.claim.id, entry.line)) != entry.line:
            message = f"id {entry.claim.id} stands on line {first} already; leave it out and build gives a new one"
            problems.append(problem("KB105", message, path, entry.line))
            kept.append(Entry(None, entry.line, id=entry.claim.id))
        else:
            kept.append(entry)
    return tuple(kept)
