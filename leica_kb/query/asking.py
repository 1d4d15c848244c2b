"""A question → its answer: read, find candidates, hold each against the question, keep the best or say no."""

from __future__ import annotations

import sqlite3

from leica_kb.query.answer import Answer
from leica_kb.query.candidates import find_candidates
from leica_kb.query.hits import Hit, find_apart, find_contrast, find_hit, keep_best
from leica_kb.query.lexicon import Lexicon, load_lexicon
from leica_kb.query.matching import Match, match
from leica_kb.query.reading import Reading, read_question
from leica_kb.query.replying import reply
from leica_kb.query.silence import stay_silent


def ask(connection: sqlite3.Connection, question: str) -> Answer:
    """Answer a question in plain words from the claims of an open index, or say that they do not tell.

    A claim answers only if it accounts for every name and every word of the question that carries meaning, and has a
    part of the kind that is asked for. Raises StaleIndexError where a row turns out damaged.
    """
    lexicon = load_lexicon(connection)
    readings = read_question(connection, lexicon, question)
    judged = [(reading, *_judge(connection, lexicon, reading)) for reading in readings]
    reading, hits, _ = max(judged, key=lambda found: max((hit.score for hit in found[1]), default=0.0))
    if hits:
        return reply(connection, reading, hits)
    return stay_silent(connection, judged[0][0], judged[0][2])


def _judge(connection: sqlite3.Connection, lexicon: Lexicon, reading: Reading) -> tuple[list[Hit], list[Match]]:
    """The claims that answer, best first, and all that were looked at."""
    candidates = find_candidates(connection, lexicon, reading)
    matches = [match(lexicon, reading, claim) for claim in candidates]
    hits = [hit for found in matches if (hit := find_hit(lexicon, reading, found))]
    if not hits:
        hits = [hit for found in matches if (hit := find_contrast(lexicon, reading, found))]
    if not hits and len(reading.links) > 1:
        hits = find_apart(lexicon, reading, candidates)
    return keep_best(reading, hits), matches
