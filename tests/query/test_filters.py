from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.model import Finding
from leica_kb.query import ClaimFilter, FilterError, Term, count_claims, find_claims, format_filter, parse_filter
from leica_kb.query.filters import DATES, FIELDS
from leica_kb.query.selecting import compares, holds_at
from tests.query.bases import base, say

CLAIMS = (
    say("one", "acme-z10", "made_in", "lyon", stated="2013-03", start=0),
    say(
        "two",
        "acme-z10",
        "price",
        {"money": 799, "currency": "GBP"},
        stated="2010",
        start=10,
        by=["ann-lee", "via:the-post"],
    ),
    say("three", "acme-cameras", "made_how", {"text": "by hand"}, modality="opinion", start=20, by=["commenter:1"]),
    say("four", "acme", "has_factory_in", "france", polarity="denied", source="b", valid="2001/2005", start=0),
    say("five", "bolt", "member_of", "z-club", source="b", review="rejected", start=10),
    say("six", "bolt", "based_in", "japan", source="b", review="accepted", valid="2010/..", start=20),
)
FINDINGS = (
    Finding("f-1", "value", "contradiction", ("one",), ("four",), "r", "e"),
    Finding("f-2", "value", "note", ("two",), ("six",), "r", "e", decision="settled"),
)


@pytest.fixture(scope="module")
def small() -> Iterator[sqlite3.Connection]:
    connection = base(*CLAIMS, findings=FINDINGS)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "one two three four six"),
        ("subject:acme-z10", "one two"),
        ("subject:acme-*", "one two three"),
        ("subject:!acme-z10", "three four six"),
        ("subject:acme,bolt", "four six"),
        ("predicate:made_*", "one three"),
        ("topic:factories", "one three four"),
        ("object:lyon", "one"),
        ("object:799", "two"),
        ("object:HAND", "three"),
        ("object:l*", "one"),
        ("object:!lyon", "two three four six"),
        ("source:b", "four six"),
        ("about:acme", "one two three four"),
        ("about:acme-cameras", "one two three"),
        ("about:ann-lee", "two"),
        ("about:france", "one four"),
        ("speaker:ann-lee", "two"),
        ("speaker:none", "one four six"),
        ("speaker:!none", "two three"),
        ("speaker:commenter:*", "three"),
        ("polarity:denied", "four"),
        ("modality:!asserted", "three"),
        ("modality:opinion,asserted", "one two three four six"),
        ("review:accepted", "six"),
        ("review:rejected", "five"),
        ("review:any", "one two three four five six"),
        ("stated:>=2013", "one"),
        ("stated:<2013", "two"),
        ("stated:2013", "one"),
        ("stated:<=2013", "one two"),
        ("stated:>2010", "one"),
        ("stated:!2013", "two three four six"),
        ("valid:2003", "four"),
        ("as-of:2003", "three four"),
        ("as-of:2013-06", "one two three six"),
        ("finding:any", "one two four six"),
        ("finding:none", "three"),
        ("finding:contradiction", "one four"),
        ("finding:tension", ""),
        ("finding:open", "one four"),
        ("finding:closed", "two six"),
        ("id:four", "four"),
        ("hands", "three"),
        ("by hand", "three"),
        ("'by hand'", "three"),
        ("...", ""),
        ("nowhere", ""),
        ("limit:2", "one two"),
        ("sort:-source limit:2", "four six"),
        ("sort:id limit:3", "four one six"),
        ("sort:stated subject:acme-z10", "two one"),
        ("sort:predicate source:b", "six four"),
        ("subject:nobody", ""),
    ],
)
def test_a_filter_finds(small: sqlite3.Connection, text: str, found: str) -> None:
    parsed = parse_filter(text)
    assert [claim.id for claim in find_claims(small, parsed)] == found.split()
    if not parsed.limit:
        assert count_claims(small, parsed) == len(found.split())


def test_a_count_minds_no_limit(small: sqlite3.Connection) -> None:
    assert count_claims(small, parse_filter("limit:1")) == 5


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sujbect:x", "did you mean subject:"),
        ("zzz:x", "fields are id, subject"),
        ("subject:", "lacks a value"),
        ("subject:!", "lacks a value"),
        ("polarity:perhaps", "affirmed, denied"),
        ("sort:colour", "sort by source"),
        ("limit:none", "whole number"),
        ("limit:0", "whole number"),
        ("stated:>=yesterday", "not a date"),
        ("as-of:soon", "not a date"),
        ("'open", "close the quotation mark"),
    ],
)
def test_a_filter_that_cannot_be_read_says_what_may_stand_there(text: str, message: str) -> None:
    with pytest.raises(FilterError, match=message):
        parse_filter(text)


def test_nothing_that_is_typed_reaches_the_statement(small: sqlite3.Connection) -> None:
    nasty = "x' OR 1=1 --"
    assert (
        find_claims(small, ClaimFilter((Term("subject", (nasty,)), Term("object", (nasty,))), words=('"x" OR y',)))
        == ()
    )


values = st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=6)
terms = st.one_of(
    st.builds(
        Term,
        st.sampled_from(sorted(FIELDS.keys() - DATES - {"polarity", "modality", "review", "finding"})),
        st.lists(values, min_size=1, max_size=3).map(tuple),
        st.booleans(),
    ),
    st.builds(
        Term,
        st.sampled_from(sorted(DATES)),
        st.just(("2013-03",)),
        st.booleans(),
        st.sampled_from(["<", "<=", "=", ">=", ">"]),
    ),
)
filters = st.builds(
    ClaimFilter,
    st.lists(terms, max_size=3).map(tuple),
    st.lists(values, max_size=2).map(tuple),
    st.sampled_from([None, "2013", "192X"]),
    st.sampled_from(["source", "stated", "id"]),
    st.booleans(),
    st.one_of(st.none(), st.integers(1, 99)),
)


@given(filters)
def test_a_filter_reads_back_what_it_writes(filter_: ClaimFilter) -> None:
    assert parse_filter(format_filter(filter_)) == filter_


def test_times_that_are_no_dates_compare_as_unknown() -> None:
    assert not compares("whenever", "=", "2013")
    assert not compares(None, "<", "2013")
    assert holds_at(None, None, "2013")
    assert holds_at("whenever", "whenever", "2013")
    assert not holds_at(None, "2014", "2013")
