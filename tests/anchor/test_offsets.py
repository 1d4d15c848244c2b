import pytest
from hypothesis import given

from leica_kb.anchor import from_utf8, from_utf16, to_utf8, to_utf16
from leica_kb.model import Span
from tests.anchor.texts import quoted


def test_a_camera_emoji_is_one_code_point_two_utf16_units_and_four_bytes() -> None:
    text = "📷 é Leica"
    span = Span(4, 9)
    assert span.of(text) == "Leica"
    assert to_utf16(text, span) == Span(5, 10)
    assert to_utf8(text, span) == Span(8, 13)


@given(quoted())
def test_utf16_units_cut_out_the_same_words(pair: tuple[str, Span]) -> None:
    text, span = pair
    units = to_utf16(text, span)
    assert text.encode("utf-16-le")[2 * units.start : 2 * units.end].decode("utf-16-le") == span.of(text)
    assert from_utf16(text, units) == span


@given(quoted())
def test_utf8_bytes_cut_out_the_same_words(pair: tuple[str, Span]) -> None:
    text, span = pair
    octets = to_utf8(text, span)
    assert text.encode()[octets.start : octets.end].decode() == span.of(text)
    assert from_utf8(text, octets) == span


def test_lone_surrogates_are_counted_and_not_refused() -> None:
    assert to_utf16("\ud800a", Span(1, 2)) == Span(1, 2)


@pytest.mark.parametrize("units", [Span(0, 1), Span(1, 2)])
def test_an_offset_inside_a_character_is_refused(units: Span) -> None:
    with pytest.raises(ValueError, match="inside a character"):
        from_utf8("é", units)


def test_an_offset_inside_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="inside a character"):
        from_utf16("📷", Span(0, 1))
