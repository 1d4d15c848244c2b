"""Names on a screen: look-alikes with both sides' evidence, undeclared names, rulings on names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leica_kb.lang.clauses import date_in_words
from leica_kb.render.blocks import Block, Heading, Piece, Quote, Table, line, say
from leica_kb.render.words import count, short_source

if TYPE_CHECKING:
    from leica_kb.kb import Names
    from leica_kb.kb.answers.naming import Ambiguous, Declared, NameEntry, NameList, RuledNames, Stated, Suggestion
    from leica_kb.store import NameRuling


def name_blocks(found: NameList) -> Iterator[Block]:
    """What ``names`` shows."""
    if found.suggestions:
        yield Heading("Perhaps one")
    for suggestion in found.suggestions:
        yield from _suggestion(suggestion, found.names)
    if found.ambiguous:
        yield Heading("Perhaps one of several")
    for shared in found.ambiguous:
        yield from _ambiguous(shared, found.names)
    if found.proposals:
        yield Heading("Declared nowhere")
        yield _proposals(found.proposals)
    if found.rulings:
        yield Heading("Ruled")
        yield _rulings(found.rulings)
    yield say(Piece(", ".join(_counts(found)), "quiet"))


def _counts(found: NameList) -> Iterator[str]:
    yield f"{count(len(found.suggestions), 'pair')} to rule on"
    if found.ambiguous:
        yield f"{count(len(found.ambiguous), 'surname')} of several people"
    yield count(len(found.proposals), "undeclared name")


def _suggestion(found: Suggestion, names: Names) -> Iterator[Block]:
    left, right = found.left.id, found.right.id
    yield say(Piece(left, "strong"), " – ", Piece(right, "strong"), f": {found.why}")
    if found.stated:
        yield _stated(found.stated, names)
    for entry in (found.left, found.right):
        yield from _evidence(entry, names)
    first, second = (right, left) if found.stated and found.stated.older == right else (left, right)
    until = f" --until {found.stated.date}" if found.stated and found.stated.older and found.stated.date else ""
    yield say(Piece(f'leica-kb decide {first} {second} same{until} --because "…"', "quiet"), indent=2)


def _ambiguous(found: Ambiguous, names: Names) -> Iterator[Block]:
    own = found.name.id
    yield say(Piece(own, "strong"), f": a surname that {len(found.people)} people here have")
    for entry in (found.name, *found.people):
        yield from _evidence(entry, names)
    for person in found.people:
        yield say(Piece(f'leica-kb decide {own} {person.id} same --because "…"', "quiet"), indent=2)


def _stated(stated: Stated, names: Names) -> Block:
    when = f", renamed {date_in_words(stated.date)}" if stated.date else ""
    mark = f"  [{stated.claim}]" if stated.claim else ""
    return Quote(line(Piece(stated.quote, "quote")), line(f"{_source(stated.source, names)}{when}{mark}"))


def _evidence(entry: NameEntry, names: Names) -> Iterator[Block]:
    kind = f"{entry.type or 'type unknown'}, {entry.declared_by or 'declared nowhere'}"
    used = f"{count(entry.claims, 'claim')} in {count(len(entry.sources), 'article')}"
    yield say(Piece(entry.name, "strong"), f" ({kind}): {used}", indent=2)
    for use in entry.uses:
        receipt = line(f"{_source(use.source, names)}  ", Piece(f"[{use.claim}]", "quiet"))
        yield Quote(line(Piece(use.quote, "quote")), receipt, indent=4)


def _source(name: str, names: Names) -> str:
    return short_source(names.sources.get(name), name)


def _proposals(found: tuple[NameEntry, ...]) -> Table:
    rows = tuple(
        (
            line(Piece(entry.name, "strong")),
            line(entry.type or "?"),
            line(str(entry.claims)),
            line(str(len(entry.sources))),
            line(Piece(entry.id, "quiet")),
        )
        for entry in found
    )
    return Table(("name", "type", "claims", "articles", "id"), rows, (3, 2, 0, 0, 2))


def _rulings(found: tuple[NameRuling, ...]) -> Table:
    rows = tuple(
        (
            line(Piece(" – ".join(ruling.names), "strong")),
            line(ruling.verdict, *(f", {name} until {date_in_words(date)}" for name, date in ruling.until)),
            line(ruling.because),
            line(", ".join(filter(None, (ruling.by, ruling.on)))),
        )
        for ruling in found
    )
    return Table(("names", "ruled", "because", "by"), rows, (3, 2, 3, 2))


def ruled_names_blocks(done: RuledNames) -> Iterator[Block]:
    """What ``decide`` or ``undo`` wrote on two names."""
    left, right = done.names
    pair = line(Piece(left, "strong"), " and ", Piece(right, "strong"))
    if done.verdict is None:
        kept = "" if done.changed else " (left as it is: it was changed by hand since)"
        yield say("taken back: the ruling on ", pair, kept)
    else:
        told = f", {done.entity} stands for both" if done.entity else ""
        yield say(pair, f": {done.verdict}{told}; to take it back: leica-kb undo {left} {right}")


def declared_blocks(done: Declared) -> Iterator[Block]:
    """What ``declare`` or ``undo`` wrote into the base's entities."""
    name = Piece(done.id, "strong")
    if not done.taken_back:
        told = f": a {done.type.replace('_', ' ')} in claims/entities.yaml; to take it back: leica-kb undo {done.id}"
        yield say(name, told)
    elif done.changed:
        yield say("taken back: the entry of ", name, " in claims/entities.yaml")
    else:
        yield say("left as it is: the entry of ", name, " in claims/entities.yaml was changed by hand since")


def entity_lines(found: NameList) -> str:
    """The undeclared names as lines that go below ``entities:`` in claims/entities.yaml; JSON strings are YAML too."""
    rows = (
        f"  {json.dumps(entry.id)}: {{name: {json.dumps(entry.name, ensure_ascii=False)}, "
        f"type: {entry.type or 'TYPE'}}}  # {count(entry.claims, 'claim')}"
        for entry in found.proposals
    )
    return "".join(f"{row}\n" for row in rows)
