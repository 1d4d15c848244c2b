import pytest

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
