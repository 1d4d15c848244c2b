"""Dates in English prose as EDTF, with the words that give them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.lang.dates import find_dates
from leica_kb.lang.edtf import parse_edtf


def found(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    return [(d.span.of(text), d.edtf) for d in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It opened on 12 March 2013.", "12 March 2013", "2013-03-12"),
        ("It opened on March 12, 2013.", "March 12, 2013", "2013-03-12"),
        ("the 3rd of May 1999", "3rd of May 1999", "1999-05-03"),
        ("on 2013-03-12 at noon", "2013-03-12", "2013-03-12"),
        ("in March 2013", "March 2013", "2013-03"),
        ("in Sept. 2010", "Sept. 2010", "2010-09"),
        ("in early May 2010", "early May 2010", "2010-05"),
        ("between 1990 and 1995", "between 1990 and 1995", "1990/1995"),
        ("from 1990 to 1995", "from 1990 to 1995", "1990/1995"),
        ("the years 1996–1999", "1996–1999", "1996/1999"),
        ("season 1996-97", "1996-97", "1996/1997"),
        ("in the 1920s", "the 1920s", "192X"),
        ("in the late 1980s", "the late 1980s", "198X"),
        ("in the 20s", "the 20s", "192X"),
        ("in the ’60s", "the ’60s", "196X"),
        ("since 1999", "since 1999", "1999/.."),
        ("since the year 1999", "since the year 1999", "1999/.."),
        ("founded in 1908.", "1908", "1908"),
    ],
)
def test_dates_that_need_nothing_else(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("by the end of the year", "2024-06", "/2024-12"),
        ("before the end of this year", "2024", "/2024-12"),
        ("later this year", "2024", "/2024-12"),
        ("this year", "2024-06-30", "2024"),
        ("last year", "2024", "2023"),
        ("next year", "2024", "2025"),
        ("last year", "2024-12/2025-01", "2023/2024"),
        ("on Christmas Eve", "2024", "2024-12-24"),
        ("on New Year’s Day", "2024", "2024-01-01"),
    ],
)
def test_dates_that_need_the_documents_own(text: str, published: str, edtf: str) -> None:
    assert [date for _, date in found(text, published)] == [edtf]
    assert [date for _, date in found(text)] == [None], "without the document's date nothing is made up"


@pytest.mark.parametrize("published", [None, "2024", "../2024"])
def test_so_long_ago_is_a_date_that_nobody_computes(published: str | None) -> None:
    assert found("six months ago", published) == [("six months ago", None)]


def test_a_document_of_open_date_dates_nothing() -> None:
    assert found("last year", "2024/..") == [("last year", None)]


@pytest.mark.parametrize("text", ["the Nikon Z2013", "2,013 lenses", "in March", "model 1999-A", "3 years", "M10", ""])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


def test_several_in_order_and_moved_by_the_offset() -> None:
    text = "Founded in 1908, sold in March 2013."
    assert [(d.span.start, d.edtf) for d in find_dates(text, None, 50)] == [(61, "1908"), (75, "2013-03")]


PIECES = ["in March 2013", "since 1999", "the 20s", "last year", "1996-97", "12 May", "1950", "to", "and", "from", ","]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join), st.sampled_from([None, "2024", "2024-12/2025-01"]))
def test_every_date_is_edtf_and_stands_apart_from_the_next(text: str, published: str | None) -> None:
    dates = find_dates(text, published)
    for date in dates:
        assert date.edtf is None or parse_edtf(date.edtf) is not None
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(dates))
