"""Ids in filters: known ones pass, others are answered with what was perhaps meant."""

from __future__ import annotations

import pytest

from leica_kb.errors import UnknownNameError
from leica_kb.query import parse_filter, suggest
from leica_kb.query.knowing import check_filter, check_ids
from tests.query.bases import base, say

LYON = say("The Z10 is built in Lyon", "acme-z10", "made_in", "lyon")


@pytest.mark.parametrize("text", ["subject:acme-z10", "subject:acme*", "predicate:made_in topic:factories", "object:x"])
def test_known_ids_and_patterns_pass(text: str) -> None:
    check_filter(base(LYON), parse_filter(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("subject:acme-z1", "no entity «acme-z1» in this base; did you mean acme-z10, acme-z11?"),
        ("predicate:mad_in", "no predicate «mad_in» in this base; did you mean made_in"),
        ("topic:factory", "no topic «factory» in this base; did you mean factories"),
        ("source:nowhere-near", "no source «nowhere-near» in this base"),
    ],
)
def test_unknown_ids_are_told_with_offers(text: str, told: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        check_filter(base(LYON), parse_filter(text))
    assert str(caught.value).startswith(told)


def test_a_model_is_never_offered_for_another() -> None:
    connection = base(LYON)
    with pytest.raises(UnknownNameError, match=r"in this base$"):
        check_ids(connection, "entity", ["acme-z12"])
    assert suggest(connection, "entity", "acme-z") == ("acme-z-line", "acme-z10", "acme-z11")
