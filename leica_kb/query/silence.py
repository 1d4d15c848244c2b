"""No claim answers → the honest no: what is not known here, in one of four ways, and what lies nearest."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from leica_kb.query.answer import Answer, Silence
from leica_kb.query.matching import Match
from leica_kb.query.reading import MODEL, Reading
from leica_kb.query.replying import understood
from leica_kb.query.rows import claims_by_ids

NO: Final = "the corpus does not say"
NEAREST: Final = 3
"""Claims that are shown as near where there is no answer."""


def stay_silent(connection: sqlite3.Connection, reading: Reading, matches: Sequence[Match]) -> Answer:
    """The honest no: what is not known here, and what lies nearest."""
    ranked = sorted(matches, key=lambda m: (-m.score, len(m.missing), m.claim.source, m.claim.start, m.claim.id))
    near = [m for m in ranked if m.slots][:NEAREST]
    never = frozenset(at for at in _positions(reading) if all(at in m.missing for m in matches))
    names = [at for at in sorted(never & reading.content) if _is_name(reading, at)]
    silence, message = _why(reading, never, names)
    return Answer(
        question=reading.text,
        understood={
            **understood(reading),
            "unknown": [reading.words([at]) for at in sorted(never & reading.content)],
        },
        answered=False,
        nearest=claims_by_ids(connection, [m.claim.id for m in near]),
        silence=silence,
        message=message,
    )


def _positions(reading: Reading) -> frozenset[int]:
    return reading.content | frozenset(at for link in reading.links for at in link.positions)


def _is_name(reading: Reading, at: int) -> bool:
    """Whether an unknown word looks like a name: a model's shape, or a capital inside the question."""
    piece = reading.pieces[at]
    raw = reading.text[piece.start : piece.end]
    return bool(MODEL.fullmatch(piece.text)) or (at > 0 and raw[:1].isupper())


def _why(reading: Reading, never: frozenset[int], names: Sequence[int]) -> tuple[Silence, str]:
    """Which no it is, in words: an unknown name, an unknown attribute, or a known thing of which this is not told."""
    if names:
        return "unknown-entity", f"{NO}: nothing in this base is called «{_full_name(reading, names)}»"
    if unknown := (never & reading.content) - reading.rank_positions:
        return "unknown-attribute", f"{NO}: no claim speaks of «{reading.words(unknown)}»"
    if not reading.links:
        return "not-understood", f"{NO}: no name and no subject of this base was found in the question"
    silent = [link for link in reading.links if link.positions & never] or list(reading.links)
    who = " and ".join(f"«{reading.words(link.positions)}»" for link in silent)
    return "not-stated", f"{NO}: no claim about {who} tells this"


def _full_name(reading: Reading, names: Sequence[int]) -> str:
    """The unknown name with the known one right before it: Leica SL3."""
    positions = set(names[:1])
    for link in reading.links:
        if link.end == names[0]:
            positions |= link.positions
    for at in names[1:]:
        if at - 1 in positions:
            positions.add(at)
    return reading.words(positions)
