import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.lang.protected import PROTECTED_KINDS, Difference, differing, find_protected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It sold 5 million units", [("number", "5"), ("number", "million"), ("unit", "units")]),
        ("a 50mm lens at f/2", [("number", "50"), ("unit", "mm"), ("name", "f/2")]),
        ("about £4,200 or 300 euros", [("quantifier", "about"), ("money", "£4,200"), ("money", "300 euros")]),
        ("on 3 May 1925", [("date", "3 May 1925")]),
        ("March 28 , 1930", [("date", "March 28 , 1930")]),
        ("in the 1960s, every Monday", [("date", "1960s"), ("quantifier", "every"), ("date", "Monday")]),
        ("It may not march", [("modal", "may"), ("negation", "not")]),
        ("They don’t and cannot", [("negation", "don’t"), ("negation", "cannot")]),
        ("The chairman Andreas Kaufmann spoke", [("name", "Andreas Kaufmann")]),
        ("Leica M11-P and Q3", [("name", "Leica M11-P"), ("name", "Q3")]),
        ("Most lenses. The rest", [("quantifier", "Most"), ("unit", "lenses")]),
        ("75% at 20 °C", [("number", "75"), ("unit", "%"), ("number", "20"), ("unit", "°C")]),
        ("10² or ½ or third", [("number", "10²"), ("number", "½"), ("number", "third")]),
        ("the quick lazy fox", []),
    ],
)
def test_words_that_carry_a_fact(text: str, kinds: list[tuple[str, str]]) -> None:
    found = find_protected(text)
    assert [(p.kind, p.words) for p in found] == kinds
    assert all(p.span.of(text) == p.words for p in found)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("made in 1925", "made in 1935", ["date «1925» → «1935»"]),
        ("10 mm wide", "10 cm wide", ["unit «mm» → «cm»"]),
        ("it costs $5 million", "it costs €5 million", ["money «$5 million» → «€5 million»"]),
        ("it is made here", "it is not made here", ["negation «not» added"]),
        ("some lenses", "lenses", ["quantifier «some» removed"]),
        ("it will close", "it could close", ["modal «will» → «could»"]),
        ("ask Leica", "ask Zeiss", ["name «Leica» → «Zeiss»"]),
        ("when Leica sued Zeiss", "when Zeiss sued Leica", ["name «Leica, Zeiss» → «Zeiss, Leica»"]),
        ("two of 5", "three of 6", ["number «two» → «three»", "number «5» → «6»"]),
        ("a fine lens", "a poor lens", []),
        ("the  Leica   M", "the Leica M", []),
    ],
)
def test_differences_are_named_by_kind(old: str, new: str, told: list[str]) -> None:
    assert [str(d) for d in differing(old, new)] == told


@given(st.text())
def test_nothing_differs_from_itself_and_spans_hold(text: str) -> None:
    assert differing(text, text) == ()
    found = find_protected(text)
    assert all(p.span.of(text) == p.words and p.kind in PROTECTED_KINDS for p in found)
    assert [p.span for p in found] == sorted(p.span for p in found)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_another_number_always_differs(left: int, right: int) -> None:
    old, new = f"they made {left} of them", f"they made {right} of them"
    assert bool(differing(old, new)) == (left != right)


def test_a_difference_reads_as_a_sentence_part() -> None:
    assert str(Difference("name", None, "Sony")) == "name «Sony» added"
    assert str(Difference("name", "Sony", None)) == "name «Sony» removed"
