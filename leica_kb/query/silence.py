"""No claim answers → an honest no: what is not known, in one of four ways, how it was understood, what lies near."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from leica_kb.index.words import singular
from leica_kb.query.answer import Answer, Silence
from leica_kb.query.lexicon import Asked, Lexicon
from leica_kb.query.linking import Link
from leica_kb.query.matching import Match
from leica_kb.query.reading import MODEL, YEAR, Reading
from leica_kb.query.replying import understood
from leica_kb.query.rows import claims_by_ids

NO: Final = "the corpus does not say"
NEAREST: Final = 3
"""Claims that are shown as near where there is no answer."""
_PLACES_OF_NAMES: Final = frozenset("of in by from at to for with and or vs versus than".split())
"""Words behind which a word that nobody knows is likely a name."""
_ARTICLES: Final = frozenset({"the", "a", "an"})


def stay_silent(connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading, matches: Sequence[Match]) -> Answer:
    """The honest no: what is not known here, and what lies nearest."""
    ranked = sorted(matches, key=lambda m: (-m.score, len(m.missing), m.claim.source, m.claim.start, m.claim.id))
    near = [m for m in ranked if m.slots][:NEAREST]
    never = frozenset(at for at in _positions(reading) if all(at in m.missing for m in matches))
    asked = _asked_plainly(lexicon, reading)
    told = reading.rank_positions.union(*(one.positions for one in asked))
    unknown = (never & reading.content) - told
    names = [at for at in sorted(unknown) if _is_name(lexicon, reading, at, asked=bool(asked))]
    silence, message = _why(reading, never, unknown, names)
    return Answer(
        question=reading.text,
        understood={
            **understood(reading),
            "unknown": [reading.words([at]) for at in sorted(unknown)],
            "as": _understood_as(connection, reading, asked, unknown, names),
        },
        answered=False,
        nearest=claims_by_ids(connection, [m.claim.id for m in near]),
        verdict="not stated" if reading.asks.kind == "whether" else None,
        silence=silence,
        message=message,
    )


def _positions(reading: Reading) -> frozenset[int]:
    return reading.content | frozenset(at for link in reading.links for at in link.positions)


def _asked_plainly(lexicon: Lexicon, reading: Reading) -> tuple[Asked, ...]:
    """The predicates that most of the question's words of meaning ask for, of the kind of answer that it wants."""
    meaning, known = reading.content | reading.rank_positions | _noun(reading), lexicon.predicates
    strong = [one for name, one in sorted(reading.asked.items()) if one.needed & meaning and name in known]
    fitting = [one for one in strong if set(reading.asks.types) & set(known[one.predicate].object)] or strong
    ranked = {one: (-len(one.positions & meaning), len(one.needed)) for one in fitting}
    return tuple(one for one in fitting if ranked[one] == min(ranked.values()))


def _noun(reading: Reading) -> frozenset[int]:
    return frozenset() if reading.asks.noun is None else frozenset({reading.asks.noun})


def _is_name(lexicon: Lexicon, reading: Reading, at: int, *, asked: bool) -> bool:
    """Whether an unknown word is a name: by its shape, its capital, or its place in a question that is understood."""
    piece = reading.pieces[at]
    raw = reading.text[piece.start : piece.end]
    if MODEL.fullmatch(piece.text) or _is_half_of_a_model(reading, at):
        return True
    if YEAR.fullmatch(piece.text) or reading.stems[at] in lexicon.rings or singular(piece.text) in lexicon.kinds:
        return False
    before = [other.text for other in reading.pieces[:at] if other.text not in _ARTICLES]
    placed = not reading.links or bool(before and before[-1] in _PLACES_OF_NAMES)
    return (at > 0 and raw[:1].isupper()) or (asked and placed)


def _is_half_of_a_model(reading: Reading, at: int) -> bool:
    """A letter and a number with a hyphen between them: *k-70*."""
    halves = [reading.pieces[other].text for other in sorted({at} | _tied_to(reading, at))]
    return len(halves) > 1 and halves[0].isalpha() and any(half.isdigit() for half in halves[1:])


def _tied_to(reading: Reading, at: int) -> set[int]:
    """The neighbours of a piece that a hyphen ties to it."""
    text, pieces = reading.text, reading.pieces
    inside = [(one, two) for one, two in ((at - 1, at), (at, at + 1)) if one >= 0 and two < len(pieces)]
    return {one + two - at for one, two in inside if text[pieces[one].end : pieces[two].start] == "-"}


def _why(reading: Reading, never: frozenset[int], unknown: frozenset[int], names: Sequence[int]) -> tuple[Silence, str]:
    """Which no it is, in words: an unknown name, an unknown attribute, or a known thing of which this is not told."""
    if names:
        return "unknown-entity", f"{NO}: nothing in this base is called «{_full_name(reading, names)}»"
    if unknown:
        return "unknown-attribute", f"{NO}: no claim speaks of «{reading.words(unknown)}»"
    if not reading.links and not reading.content:
        return "not-understood", f"{NO}: no name and no subject of this base was found in the question"
    if not reading.links:
        words = " and ".join(f"«{reading.words([at])}»" for at in sorted(reading.content))
        return "not-stated", f"{NO}: no claim tells this of {words}"
    silent = [link for link in reading.links if link.positions & never] or list(reading.links)
    who = " and ".join(f"«{reading.words(link.positions)}»" for link in silent)
    return "not-stated", f"{NO}: no claim about {who} tells this"


def _full_name(reading: Reading, names: Sequence[int]) -> str:
    """The unknown name with the known one right before it: Leica SL3."""
    positions = set(names[:1])
    for link in reading.links:
        if link.end == names[0]:
            positions |= link.positions
    if _is_half_of_a_model(reading, names[0]):
        positions |= _tied_to(reading, names[0])
    for at in names[1:]:
        if at - 1 in positions:
            positions.add(at)
    return reading.words(positions)


def _understood_as(
    connection: sqlite3.Connection,
    reading: Reading,
    asked: Sequence[Asked],
    unknown: frozenset[int],
    names: Sequence[int],
) -> str:
    """The question as it was understood: *Leica SL3 → sensor supplier*; what is not known stands in «»."""
    things = [_name_of(connection, link) for link in reading.links if link != reading.speaker]
    if names:
        full = _full_name(reading, names)
        things = [thing for thing in things if not full.casefold().startswith(thing.casefold())] + [f"«{full}»"]
    topics = [one.predicate.replace("_", " ") for one in asked[:2]]
    others = sorted(unknown - set(names))
    told = [f"«{reading.words(others)}»"] if others else []
    said = [f"said by {_name_of(connection, reading.speaker)}"] if reading.speaker else []
    parts = (" and ".join(dict.fromkeys(things)), " / ".join(topics), *told, *said)
    return " → ".join(part for part in parts if part)


def _name_of(connection: sqlite3.Connection, link: Link) -> str:
    row = connection.execute("SELECT name FROM entity WHERE id = ?", (link.entities[0],)).fetchone()
    return str(row[0]) if row else link.entities[0].replace("-", " ")
