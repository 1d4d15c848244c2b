"""How a base differs from what it was, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from leica_kb.lang.clauses import claim_in_words, date_in_words, value_in_words
from leica_kb.model.claim import value_from_json
from leica_kb.render.blocks import Block, Heading, Piece, Style, say
from leica_kb.render.claims import quoted
from leica_kb.render.words import SEVERITY_STYLES, count, person_in_words

if TYPE_CHECKING:
    from leica_kb.kb import Names
    from leica_kb.kb.answers.changes import ClaimChange, Difference, FieldChange, FindingChange, SourceChange

_NOTHING: Final = "nothing"


def difference_blocks(found: Difference) -> Iterator[Block]:
    """Claims that came, went, say something else or were reviewed; disputes that began or ended; articles."""
    yield Heading(f"From {found.old} to {found.new}", 1)
    yield from _claims("new", "good", found.came, found.names, with_quote=True)
    yield from _claims("withdrawn", "bad", found.withdrawn, found.names, with_quote=True)
    yield from _claims("re-worded", "warn", found.reworded, found.names)
    yield from _claims("reviewed", "plain", found.reviewed, found.names)
    yield from _findings("newly disputed", "bad", found.disputed)
    yield from _findings("settled", "good", found.settled)
    yield from _sources(found.sources, found.names)
    if found.shifted:
        told = f"{count(found.shifted, 'claim')} say the same at another place, or by another rule"
        yield say(Piece(told.replace(" say ", " says ") if found.shifted == 1 else told, "quiet"))
    elif not any(_parts(found)):
        yield say("no claim, dispute or article differs")


def _parts(found: Difference) -> Sequence[Sequence[object]]:
    claims = (found.came, found.withdrawn, found.reworded, found.reviewed)
    return (*claims, found.disputed, found.settled, found.sources)


def _claims(
    title: str, style: Style, changes: Sequence[ClaimChange], names: Names, *, with_quote: bool = False
) -> Iterator[Block]:
    if changes:
        yield Heading(f"{count(len(changes), 'claim')} {title}")
    for change in changes:
        said = claim_in_words(change.claim, names)
        yield say(Piece(said, style), Piece("" if with_quote else f"  [{change.claim.id}]", "quiet"))
        if with_quote:
            yield quoted(change.claim, names)
        if change.why:
            yield say(Piece(change.why, "quiet"), indent=2)
        for field in change.changes:
            yield say(Piece(f"{field.field.rpartition('.')[2]}: ", "quiet"), _change(field, names), indent=2)


def _findings(title: str, style: Style, changes: Sequence[FindingChange]) -> Iterator[Block]:
    if changes:
        yield Heading(f"{count(len(changes), 'finding')} {title}")
    for change in changes:
        finding = change.finding
        kind = Piece(f"{finding.severity} ", SEVERITY_STYLES[finding.severity])
        yield say(kind, Piece(f"{finding.id}: ", "quiet"), finding.explanation)
        if change.why:
            yield say(Piece(change.why, style), indent=2)


def _sources(changes: Sequence[SourceChange], names: Names) -> Iterator[Block]:
    if changes:
        yield Heading(count(len(changes), "article"))
    for change in changes:
        source = names.sources.get(change.source)
        title = f"“{source.label}”" if source else change.source
        rewritten = any(field.field == "text" for field in change.changes)
        told = "" if change.what == "changed" and not rewritten else f" {'rewritten' if rewritten else change.what}"
        yield say(title, Piece(told, "warn"), Piece(f"  {change.source}", "quiet"))
        for field in change.changes:
            if field.field != "text":
                yield say(Piece(f"{field.field}: ", "quiet"), _change(field, names), indent=2)


def _change(change: FieldChange, names: Names) -> str:
    say_it = _WORDS.get(change.field, _plain)
    old, new = (_NOTHING if value in (None, [], {}) else say_it(value, names) for value in (change.old, change.new))
    return f"{old} → {new}"


def _plain(value: Any, names: Names) -> str:  # noqa: ARG001  one signature for all fields
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _people(value: Any, names: Names) -> str:
    return ", ".join(
        f"via {names.name_of(name.removeprefix('via:'))}" if name.startswith("via:") else person_in_words(name, names)
        for name in value
    )


def _review(value: Any, names: Names) -> str:  # noqa: ARG001  one signature for all fields
    by = f" by {value['by']}" if value.get("by") else ""
    why = f" ({value['because']})" if value.get("because") else ""
    return f"{value['state']}{by}{why}"


_WORDS: Final[dict[str, Callable[[Any, Names], str]]] = {
    "subject": lambda value, names: names.name_of(value),
    "predicate": lambda value, names: str(value).replace("_", " "),  # noqa: ARG005  one signature for all fields
    "object": lambda value, names: value_in_words(value_from_json(value), names),
    "quote": lambda value, names: f"“{value}”",  # noqa: ARG005  the same
    "attribution": _people,
    "time.stated": lambda value, names: date_in_words(value),  # noqa: ARG005  the same
    "time.valid": lambda value, names: date_in_words(value),  # noqa: ARG005  the same
    "published": lambda value, names: date_in_words(value),  # noqa: ARG005  the same
    "review": _review,
}
