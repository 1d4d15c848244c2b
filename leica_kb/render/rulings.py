"""Rulings on a screen: what was ruled, the log, and the measured precision of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from leica_kb.kb.answers.naming import Declared, RuledNames
from leica_kb.render.blocks import Block, Line, Piece, Table, line, say
from leica_kb.render.naming import declared_blocks, ruled_names_blocks
from leica_kb.render.words import count, one_line

if TYPE_CHECKING:
    from leica_kb.kb.answers.reviews import TakenBack
    from leica_kb.kb.answers.rulings import History, KindPrecision, Precision, Ruled
    from leica_kb.store import LogEntry


def undone_blocks(done: Ruled | RuledNames | Declared | TakenBack) -> Iterator[Block]:
    """What ``undo`` wrote."""
    from leica_kb.kb.answers.reviews import TakenBack
    from leica_kb.render.reviews import taken_back_blocks

    yield from taken_back_blocks(done) if isinstance(done, TakenBack) else ruled_blocks(done)


def ruled_blocks(done: Ruled | RuledNames | Declared) -> Iterator[Block]:
    """What ``decide``, ``declare`` or ``undo`` wrote."""
    match done:
        case RuledNames():
            yield from ruled_names_blocks(done)
        case Declared():
            yield from declared_blocks(done)
        case _:
            yield from _ruled(done)


def _ruled(done: Ruled) -> Iterator[Block]:
    pairs = count(done.pairs, "pair") + " of claims"
    if done.verdict is None:
        kept = f", {count(done.kept, 'pair')} changed since and left" if done.kept else ""
        yield say("taken back: the ruling on ", Piece(done.finding, "strong"), f" ({pairs}{kept})")
    else:
        kept = f", {done.kept} ruled on before and kept" if done.kept else ""
        yield say(Piece(done.finding, "strong"), f": {done.verdict} ({pairs}{kept}); to take it back: leica-kb undo")


def history_blocks(found: History) -> Iterator[Block]:
    """The log, one line a command, and how many there are."""
    yield from history_lines(found.entries)
    yield say(Piece(count(len(found.entries), "entry", "entries"), "quiet"))


def history_lines(entries: Iterable[LogEntry]) -> Iterator[Block]:
    """Who ruled what, when and why, one line a command."""
    for entry in entries:
        why = f" because {one_line(entry.why)}" if entry.why else ""
        when, who, what = (one_line(words) for words in (entry.when, entry.who, entry.what))
        yield say(Piece(f"{when} ", "quiet"), f"{who}: ", Piece(what, "strong"), _became(entry), why)


def _became(entry: LogEntry) -> str:
    """What a machine's act made of the claims: «(3 new, 1 changed)»."""
    words = Counter(word for word in entry.change.values() if isinstance(word, str))
    return f" ({', '.join(f'{number} {one_line(word)}' for word, number in words.items())})" if words else ""


def precision_blocks(found: Precision) -> Iterator[Block]:
    """The measured precision of each kind."""
    columns = ("kind", "open", "real", "explained", "none", "undecided", "precision")
    yield Table(columns, tuple(_row(kind) for kind in found.kinds), (3, 0, 0, 0, 0, 0, 3))
    yield say(
        Piece("precision: real ÷ (real + explained + none), by people's verdicts; none: not a contradiction", "quiet")
    )


def _row(kind: KindPrecision) -> tuple[Line, ...]:
    verdicts = (kind.verdicts.get(name, 0) for name in ("real", "explained", "not-a-contradiction", "undecided"))
    measured = "not measured" if kind.precision is None else f"{kind.precision:.2f} (n = {kind.decided})"
    return (line(Piece(kind.kind, "strong")), line(str(kind.open)), *(line(str(n)) for n in verdicts), line(measured))
