"""A question → its answer with the findings and names that it speaks of; imports nothing that costs time."""

from __future__ import annotations

import sqlite3

from leica_kb.kb.names import load_names
from leica_kb.kb.told import Told
from leica_kb.query import ask


def tell(connection: sqlite3.Connection, question: str) -> Told:
    """Ask the index, and look up how everything in the answer is called."""
    answer = ask(connection, question)
    claims = [*(claim for group in answer.answers for claim in group.claims), *answer.nearest]
    ids = tuple(dict.fromkeys(name for group in answer.answers for name in group.findings))
    if not ids:
        return Told(answer, (), load_names(connection, claims))
    from leica_kb.query import find_findings

    return Told(answer, find_findings(connection, ids), load_names(connection, claims))
