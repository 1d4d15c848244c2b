"""New lines for a file of claims: only what changed is replaced, and every comment and blank line stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.model import Claim
from leica_kb.store.canonical import ITEM_INDENT, claim_lines, head_fields
from leica_kb.store.entry_edit import edit_entry
from leica_kb.store.layout import Field, Layout
from leica_kb.store.reading import Entry
from leica_kb.store.values import NOWHERE, ClaimFile, position

_TIDY_DASH: Final = len(ITEM_INDENT)


@dataclass(frozen=True, slots=True)
class _Block:
    """An entry's new lines, the comments before it, and where it belongs."""

    gap: tuple[str, ...]
    body: tuple[str, ...]
    place: tuple[int, int, str]


def edit_lines(
    layout: Layout, old: ClaimFile, entries: Sequence[Entry], wanted: ClaimFile, *, tidy: bool = False
) -> tuple[str, ...]:
    """The file's lines with the wanted claims in place of the old; ``tidy`` gives what can be read canonical form."""
    kept, left = _kept_blocks(layout, entries, wanted, tidy=tidy)
    known = {entry.claim.id for entry in entries if entry.claim is not None}
    dash = _TIDY_DASH if tidy else layout.dash
    new = [_Block((), entry_lines(claim, dash), position(claim)) for claim in wanted.claims if claim.id not in known]
    blocks = sorted((*kept, *new), key=_place) if tidy or _in_order(entries) else _merge_in(kept, new)
    body = [line for block in blocks for line in (*block.gap, *block.body)]
    before, after = _edit_head(layout, {} if tidy else dict(head_fields(old)), wanted, filled=bool(blocks))
    return (*before, *body, *left, *after)


def entry_lines(claim: Claim, dash: int) -> tuple[str, ...]:
    """A claim's canonical lines with its dash in the column."""
    return tuple(" " * dash + line[_TIDY_DASH:] for line in claim_lines(claim))


def _place(block: _Block) -> tuple[int, int, str]:
    return block.place


def _in_order(entries: Iterable[Entry]) -> bool:
    places = [position(entry.claim) for entry in entries if entry.claim is not None and entry.claim.start != NOWHERE]
    return places == sorted(places)


def _merge_in(blocks: Sequence[_Block], new: Iterable[_Block]) -> list[_Block]:
    """A person's own order, with each new entry before the first that stands later in the text."""
    result = list(blocks)
    for block in new:
        at = next((n for n, other in enumerate(result) if other.place > block.place), len(result))
        result.insert(at, block)
    return result


def _kept_blocks(
    layout: Layout, entries: Sequence[Entry], wanted: ClaimFile, *, tidy: bool
) -> tuple[list[_Block], tuple[str, ...]]:
    """The entries that stay, and the comments that are left over after the last of them."""
    blocks: list[_Block] = []
    carried: tuple[str, ...] = ()
    place = (NOWHERE, NOWHERE, "")
    goals = _goals(entries, wanted)
    for entry, item, goal in zip(entries, layout.items, goals, strict=True):
        gap = (*carried, *layout.lines[item.gap : item.first])
        if entry.claim is not None and goal is None:
            carried = (*gap, *(" " * layout.dash + comment for comment in item.comments))
            continue
        if goal is not None and goal.start != NOWHERE:
            place = position(goal)
        body = layout.lines[item.first : item.last + 1]
        if goal is not None:
            body = edit_entry(layout, item, entry, goal, tidy=tidy)
        blocks.append(_Block(gap, body, place))
        carried = ()
    return blocks, carried


def _goals(entries: Sequence[Entry], wanted: ClaimFile) -> list[Claim | None]:
    """For each entry what it is to say; None where it cannot be read or is to go."""
    claims = {draft.claim.id: draft.claim for draft in wanted.drafts} | {claim.id: claim for claim in wanted.claims}
    foreign = frozenset(wanted.unread)
    goals = []
    for entry in entries:
        own = entry.claim
        goals.append(None if own is None else own if own.id in foreign else claims.get(own.id))
    return goals


def _edit_head(
    layout: Layout, before: Mapping[str, str], wanted: ClaimFile, *, filled: bool
) -> tuple[list[str], tuple[str, ...]]:
    """The lines up to ``claims:`` and the lines after its last entry, with the head's new values."""
    replaced = _new_head(layout, before, wanted)
    claims = _field(layout, "claims")
    if claims is None:
        return [*_lines(layout, 0, len(layout.lines), replaced), _claims_key(filled=filled)], ()
    if filled != bool(layout.items):
        replaced |= _replace(claims if not layout.items else _first_line(layout, claims), _claims_key(filled=filled))
    begin = layout.items[0].gap if layout.items else claims.last + 1
    end = layout.items[-1].last + 1 if layout.items else begin
    return _lines(layout, 0, begin, replaced), tuple(_lines(layout, end, len(layout.lines), replaced))


def _new_head(layout: Layout, before: Mapping[str, str], wanted: ClaimFile) -> dict[int, tuple[str, ...]]:
    """The lines of the keys before ``claims`` that change; a new key follows the source."""
    replaced: dict[int, tuple[str, ...]] = {}
    for key, value in head_fields(wanted):
        field, source = _field(layout, key), _field(layout, "source")
        if field is not None and before.get(key) != value:
            replaced |= _replace(field, f"{key}: {value}")
        elif field is None and source is not None:
            replaced[source.last] = (*replaced.get(source.last, (layout.lines[source.last],)), f"{key}: {value}")
    return replaced


def _field(layout: Layout, key: str) -> Field | None:
    return next((field for field in layout.head if field.key == key), None)


def _first_line(layout: Layout, field: Field) -> Field:
    """A key without the lines of its value, which stands below it."""
    rest = layout.lines[field.first].partition(":")[2]
    return Field(field.key, field.first, field.first, remark=rest if "#" in rest else "")


def _claims_key(*, filled: bool) -> str:
    return "claims:" if filled else "claims: []"


def _replace(field: Field, line: str) -> dict[int, tuple[str, ...]]:
    """New lines by number: the first of the field's becomes the line, the others go, its comments stay."""
    gone: dict[int, tuple[str, ...]] = dict.fromkeys(range(field.first, field.last + 1), ())
    return gone | {field.first: (line + field.remark, *field.comments)}


def _lines(layout: Layout, begin: int, end: int, replaced: dict[int, tuple[str, ...]]) -> list[str]:
    return [line for number in range(begin, end) for line in replaced.get(number, (layout.lines[number],))]
