"""A question → its answer: read, find candidates, hold each against the question, keep the best or say no."""

from __future__ import annotations

import sqlite3
from collections.abc import Container
from typing import TYPE_CHECKING

from leica_kb.query.answer import Answer
from leica_kb.query.candidates import find_candidates
from leica_kb.query.hits import Hit, find_contrast, find_hit, is_told_of_both, keep_best
from leica_kb.query.lexicon import Lexicon, load_lexicon
from leica_kb.query.matching import Match, match
from leica_kb.query.reading import Reading, read_question
from leica_kb.query.replying import reply

if TYPE_CHECKING:
    from leica_kb.query.filters import ClaimFilter


def ask(connection: sqlite3.Connection, question: str, filter_: ClaimFilter | None = None) -> Answer:
    """Answer a question in plain words from the claims of an open index, or say that they do not tell.

    A claim answers only if it accounts for every name and every word of the question that carries meaning, has a
    part of the kind that is asked for, and meets the filter. Raises StaleIndexError where a row turns out damaged.
    """
    if filter_ is None:
        return _answer(connection, question)
    from leica_kb.query.narrowing import allowed_rows, arrange, nothing_left, sorts

    rows = allowed_rows(connection, filter_)
    answer = _answer(connection, question, rows)
    if not answer.answered:
        return nothing_left(question, filter_, _answer(connection, question))
    places = dict(connection.execute("SELECT id, row FROM claim")) if sorts(filter_) else {}
    return arrange(answer, filter_, {name: rows[row] for name, row in places.items() if row in rows})


def _answer(connection: sqlite3.Connection, question: str, allowed: Container[int] | None = None) -> Answer:
    lexicon = load_lexicon(connection)
    readings = read_question(connection, lexicon, question)
    judged = [_judge(connection, lexicon, reading, allowed) for reading in readings]
    reading, hits, _ = max(judged, key=lambda found: max((hit.score for hit in found[1]), default=0.0))
    if hits:
        return reply(connection, lexicon, reading, hits)
    from leica_kb.query.silence import stay_silent  # only a no pays for it

    return stay_silent(connection, lexicon, judged[0][0], judged[0][2])


def _judge(
    connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading, allowed: Container[int] | None
) -> tuple[Reading, list[Hit], list[Match]]:
    """The reading with the claims that answer it, best first, and all that were looked at."""
    candidates = find_candidates(connection, lexicon, reading, allowed)
    matches = [match(lexicon, reading, claim) for claim in candidates]
    hits = [hit for found in matches if (hit := find_hit(lexicon, reading, found))]
    if not hits and not is_told_of_both(reading, matches):
        hits = [hit for found in matches if (hit := find_contrast(lexicon, reading, found))]
    if len(reading.links) > 1 and (not hits or reading.compares):
        from leica_kb.query.comparing import find_apart  # only several names pay for it

        sides = find_apart(lexicon, reading, lambda alone: find_candidates(connection, lexicon, alone, allowed))
        apart = [hit for _, found in sides for hit in found]
        if apart and reading.sets_apart:
            silent = tuple(link for link, found in sides if not found)
            return reading._replace(apart=True, silent=silent), apart, matches
        hits = hits or apart
    return reading, keep_best(reading, hits), matches
