"""A question with a filter beside it: both apart, the claims that the filter leaves, and its order and limit."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from leica_kb.query.answer import Answer, AnswerGroup
from leica_kb.query.filters import ClaimFilter, format_filter
from leica_kb.query.merged import with_current_ids
from leica_kb.query.selecting import build_query, register

_TERM: Final = re.compile(r"""(?<!\S)[a-z]+(?:-[a-z]+)*:(?!//)(?:"[^"]*"|'[^']*'|\S)+""")
"""A word, a colon and a value without a space between: plain questions do not hold one."""


def part_question(text: str) -> tuple[str, str]:
    """The question in plain words, and what is written in the filters' grammar anywhere in it."""
    return " ".join(_TERM.sub(" ", text).split()), " ".join(_TERM.findall(text))


def allowed_rows(connection: sqlite3.Connection, filter_: ClaimFilter) -> Mapping[int, int]:
    """Row numbers of the claims that meet the filter, each with its place in the filter's order."""
    query, values = build_query(with_current_ids(connection, filter_), "c.row", limited=False)
    register(connection)
    return {row: place for place, (row,) in enumerate(connection.execute(query, values))}


def arrange(answer: Answer, filter_: ClaimFilter, places: Mapping[str, int]) -> Answer:
    """The answer in the filter's order, if it names one, and within its limit of values; the verdict weighs all."""
    groups = answer.answers
    if places:
        ordered = [replace(group, claims=tuple(sorted(group.claims, key=lambda c: places[c.id]))) for group in groups]
        groups = tuple(sorted(ordered, key=lambda group: _first(group, places)))
    understood = {**answer.understood, "filter": format_filter(filter_)}
    return replace(answer, understood=understood, answers=groups[: filter_.limit])


def _first(group: AnswerGroup, places: Mapping[str, int]) -> int:
    return min(places[claim.id] for claim in group.claims)


def sorts(filter_: ClaimFilter) -> bool:
    """Whether the filter names an order of its own; a question's own order is by how well a claim answers."""
    return filter_.descending or filter_.sort != "source"


def nothing_left(question: str, filter_: ClaimFilter, whole: Answer) -> Answer:
    """The honest no to a question that only claims outside the filter answer; they lie near."""
    named = format_filter(filter_)
    plain = named.replace("'", "")
    near = tuple(claim for group in whole.answers for claim in group.claims)[:3]
    return Answer(
        question=question,
        understood={**whole.understood, "filter": named},
        answered=False,
        nearest=near or whole.nearest,
        verdict="not stated" if whole.verdict else None,
        silence="not-stated",
        message=f"the corpus does not say: no claim that meets «{plain}» tells this" if near else whole.message,
    )
