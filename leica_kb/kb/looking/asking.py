"""A question → its answer with the findings and names that it speaks of; imports nothing that costs time."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from leica_kb.kb.answers.names import load_names
from leica_kb.kb.answers.told import Told
from leica_kb.query import ask

if TYPE_CHECKING:
    from leica_kb.query import Answer


def tell(connection: sqlite3.Connection, question: str, filter_: str = "") -> Told:
    """Ask the index, and look up how everything in the answer is called."""
    answer = _ask(connection, question, filter_)
    claims = [*(claim for group in answer.answers for claim in group.claims), *answer.nearest]
    ids = tuple(dict.fromkeys(name for group in answer.answers for name in group.findings))
    if not ids:
        return Told(answer, (), load_names(connection, claims))
    from leica_kb.query import find_findings

    return Told(answer, find_findings(connection, ids), load_names(connection, claims))


def _ask(connection: sqlite3.Connection, question: str, filter_: str) -> Answer:
    """The answer from all claims or, where the question or the filter holds a term of the grammar, from some."""
    if ":" not in question and not filter_:
        return ask(connection, question)
    from leica_kb.query import parse_filter
    from leica_kb.query.knowing import check_filter
    from leica_kb.query.narrowing import part_question

    words, terms = part_question(question)
    chosen = " ".join(filter(None, (filter_, terms)))
    if not chosen:
        return ask(connection, words)
    filter_terms = parse_filter(chosen)
    check_filter(connection, filter_terms)
    return ask(connection, words, filter_terms)
