import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.anchor import select
from leica_kb.model import Span

LATIN = "lorem ipsum dolor amet yada yada"


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "starts"),
    [
        ("dolor am", "", "", [12]),
        ("yada", "", "", [23, 28]),
        ("yada", "t ", "", [23]),
        ("o", "l", "r", [1, 15]),
        ("dolor", "", "a", []),
        (LATIN, "", "", [0]),
        ("ipsum", "lorem ", " dolor amet yada yada", [6]),
    ],
)
def test_every_place_between_prefix_and_suffix(exact: str, prefix: str, suffix: str, starts: list[int]) -> None:
    assert select(LATIN, exact, prefix, suffix) == tuple(Span(s, s + len(exact)) for s in starts)


def test_overlapping_places_all_count() -> None:
    assert select("bananas", "ana") == (Span(1, 4), Span(3, 6))
    assert select("aaaa", "a", "a", "a") == (Span(1, 2), Span(2, 3))


def test_an_empty_quote_stands_between_all_characters() -> None:
    assert [s.start for s in select("lorem", "")] == [0, 1, 2, 3, 4, 5]
    assert select("lorem ipsum", "", "lorem ", "ipsum") == (Span(6, 6),)
    assert select("lorem", "", "X") == ()
    assert select("", "") == (Span(0, 0),)
    assert select("", "a") == ()


def test_offsets_are_code_points() -> None:
    assert select("😀e\u0301 中文", "中") == (Span(4, 5),)


@pytest.mark.parametrize(
    ("text", "exact", "prefix", "suffix", "starts"),
    [
        ("one\ntwo\nthree", "two", "one\n", "\nthree", [4]),
        ("one\r\ntwo", "two", "one\n", "", []),  # CRLF is two code points, and not folded
        ("one\r\ntwo", "two", "\r\n", "", [5]),
        ("start here", "start", "", " here", [0]),
        ("start here", "start", " ", "", []),  # nothing stands before the very start
        ("at the end", "end", "the ", "", [7]),
        ("at the end", "end", "", " ", []),
        ("abcabcabc", "abc", "abc", "abc", [3]),
        ("ababab", "aba", "", "", [0, 2]),
        ("ababab", "ab", "ab", "ab", [2]),
        ("aaa", "a", "aa", "", [2]),
        ("cafe\u0301 café", "café", "", "", [6]),  # composed and decomposed are other code points
        ("e\u0301", "e", "", "\u0301", [0]),
        ("👩\u200d💻 wrote", "👩", "", "\u200d", [0]),
        ("a😀b😀b", "b", "😀", "", [2, 4]),
        ("שלום עולם", "עולם", " ", "", [5]),
        ("a.c abc", "a.c", "", "", [0]),  # no pattern language
        ("A a", "a", "", "", [2]),
        ("  two  ", "two", "  ", "  ", [2]),
        ("two", "two ", "", "", []),
    ],
)
def test_not_one_code_point_may_differ(text: str, exact: str, prefix: str, suffix: str, starts: list[int]) -> None:
    assert [span.start for span in select(text, exact, prefix, suffix)] == starts


_CHARS = st.text(alphabet="ab \n\r\u0301é😀", max_size=12)


@given(
    _CHARS, st.text(alphabet="ab \n\u0301😀", max_size=3), *(st.text(alphabet="ab \n\r😀", max_size=2) for _ in "ps")
)
def test_the_definition_of_the_standard(text: str, exact: str, prefix: str, suffix: str) -> None:
    wanted = [
        i
        for i in range(len(text) - len(exact) + 1)
        if text[i : i + len(exact)] == exact and text[:i].endswith(prefix) and text[i + len(exact) :].startswith(suffix)
    ]
    assert [span.start for span in select(text, exact, prefix, suffix)] == wanted
